import { EFFORT_LIMIT } from '../../../../src/contract/changeLimits';
import type { FieldProblem } from '../../../../src/contract/errors';
import type { Effort } from '../../../../src/contract/issues';

const PARTS = ['low', 'likely', 'high'] as const;
export type EffortPart = (typeof PARTS)[number];
export const EFFORT_PARTS = PARTS;

/** An effort as it is typed: three texts. */
export type TypedEffort = Readonly<Record<EffortPart, string>>;

export const NO_EFFORT: TypedEffort = { low: '', likely: '', high: '' };

/** The effort as texts that can be changed; empty where there is none. */
export function typedEffort(effort: Effort | null): TypedEffort {
  if (effort === null) return NO_EFFORT;
  return { low: String(effort.low), likely: String(effort.likely), high: String(effort.high) };
}

/** A number as people type it: with a point or a comma; null when it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^\d+(?:\.\d*)?$|^\.\d+$/u.test(plain) ? Number(plain) : null;
}

function isEmpty(typed: TypedEffort): boolean {
  return PARTS.every((part) => typed[part].trim() === '');
}

/** The effort that was typed; what is left empty is as the likely one; null when nothing usable was typed. */
export function effortOf(typed: TypedEffort): Effort | null {
  if (isEmpty(typed)) return null;
  const likely = typedNumber(typed.likely);
  if (likely === null) return null;
  const low = typed.low.trim() === '' ? likely : typedNumber(typed.low);
  const high = typed.high.trim() === '' ? likely : typedNumber(typed.high);
  return low === null || high === null ? null : { low, likely, high };
}

/** What is wrong with a typed effort, at the paths of the contract. */
export function effortProblems(path: string, typed: TypedEffort, required: boolean): readonly FieldProblem[] {
  if (isEmpty(typed)) return required ? [{ path: `${path}.likely`, rule: 'missing' }] : [];
  if (typed.likely.trim() === '') return [{ path: `${path}.likely`, rule: 'missing' }];
  const wrong = PARTS.filter((part) => typed[part].trim() !== '').flatMap((part): readonly FieldProblem[] => {
    const value = typedNumber(typed[part]);
    if (value === null) return [{ path: `${path}.${part}`, rule: 'malformed' }];
    return value > EFFORT_LIMIT ? [{ path: `${path}.${part}`, rule: 'out_of_range', limit: EFFORT_LIMIT }] : [];
  });
  const effort = effortOf(typed);
  if (wrong.length > 0 || effort === null) return wrong;
  if (effort.low > effort.likely) return [{ path: `${path}.low`, rule: 'not_ascending' }];
  return effort.likely > effort.high ? [{ path: `${path}.high`, rule: 'not_ascending' }] : [];
}

/** Whether something read from storage is a typed effort. */
export function isTypedEffort(value: unknown): value is TypedEffort {
  if (typeof value !== 'object' || value === null) return false;
  return PARTS.every((part) => typeof Reflect.get(value, part) === 'string');
}
