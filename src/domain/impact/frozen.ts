import { createHash } from 'node:crypto';
import { assess } from './assess';
import { ENGINE_VERSION } from './assessment';
import type { Assessment, AssessmentInputs } from './assessment';
import type { ImpactSubject } from './subject';
import type { Surroundings } from './surroundings';

/** What every option of a change request is assessed on. */
export type FrozenInputs = Omit<AssessmentInputs, 'subject'>;

export interface FrozenOption {
  readonly optionId: string;
  readonly subject: ImpactSubject;
  readonly result: Assessment;
}

/**
 * An assessment as it was when it was frozen: ids and figures, no key, no summary and nobody's name. The inputs stand
 * apart, since they are large and only needed to reckon again; `inputsDigest` vouches for them.
 */
export interface FrozenResults {
  readonly format: 1;
  readonly engine: string;
  readonly inputsDigest: string;
  readonly options: readonly FrozenOption[];
  /** How the issues that it names were, to tell what has changed since. */
  readonly surroundings: Surroundings;
}

export interface FrozenDocument {
  /** JSON of `FrozenInputs`. */
  readonly inputs: string;
  readonly inputsDigest: string;
  /** JSON of `FrozenResults`. */
  readonly results: string;
  /** SHA-256 of the results, and through `inputsDigest` of the inputs, hexadecimal. */
  readonly digest: string;
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Puts an assessment into the form in which it is kept: the same content always makes the same text. */
export function freeze(
  inputs: FrozenInputs,
  options: readonly FrozenOption[],
  surroundings: Surroundings,
): FrozenDocument {
  const inputsText = JSON.stringify(inputs);
  const inputsDigest = digestOf(inputsText);
  const content: FrozenResults = { format: 1, engine: ENGINE_VERSION, inputsDigest, options, surroundings };
  const results = JSON.stringify(content);
  return { inputs: inputsText, inputsDigest, results, digest: digestOf(results) };
}

/** Whether the frozen results are what this engine makes of the frozen inputs, to the last bit. */
export function isReproducible(inputs: FrozenInputs, { options }: Pick<FrozenResults, 'options'>): boolean {
  return options.every(
    ({ subject, result }) => JSON.stringify(assess({ ...inputs, subject })) === JSON.stringify(result),
  );
}
