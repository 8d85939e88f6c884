import { MONEY_LIMIT, TITLE_LIMIT } from '../../../../../../src/contract/changeLimits';
import type { ChangeOption } from '../../../../../../src/contract/change';
import { OPTION_KINDS, type OptionKind } from '../../../../../../src/contract/changeVocabulary';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { IssueLabel } from '../../../../../../src/contract/issues';
import type { ProcedurePayload } from '../../../../../../src/contract/procedures';
import {
  effortOf,
  effortProblems,
  isTypedEffort,
  NO_EFFORT,
  typedEffort,
  typedNumber,
  type TypedEffort,
} from '../../../lib/effort';
import { normalized, textProblems } from '../../../lib/fieldProblems';

/** An option as it is typed. */
export interface TypedOption {
  readonly id: string;
  readonly kind: OptionKind;
  readonly title: string;
  readonly effort: TypedEffort;
  readonly fixedCost: string;
  readonly dropped: readonly IssueLabel[];
}

export function typedOption(option: ChangeOption): TypedOption {
  return {
    id: option.id,
    kind: option.kind,
    title: option.title ?? '',
    effort: typedEffort(option.effort),
    fixedCost: option.fixedCost === 0 ? '' : String(option.fixedCost),
    dropped: option.dropped,
  };
}

/** A further option, of the first kind that there is none of yet. */
export function newOption(others: readonly TypedOption[]): TypedOption {
  const kind = OPTION_KINDS.find((each) => others.every((other) => other.kind !== each)) ?? 'other';
  return { id: crypto.randomUUID(), kind, title: '', effort: NO_EFFORT, fixedCost: '', dropped: [] };
}

/** What is wrong with the options, at the paths of the contract. */
export function optionProblems(options: readonly TypedOption[]): readonly FieldProblem[] {
  return options.flatMap(({ kind, title, effort, fixedCost, dropped }, index) => {
    const path = `options.${String(index)}`;
    const cost = fixedCost.trim() === '' ? 0 : typedNumber(fixedCost);
    return [
      ...(normalized(title) === '' ? [] : textProblems(`${path}.title`, title, TITLE_LIMIT)),
      ...effortProblems(`${path}.effort`, effort, false),
      ...(kind === 'swap' && dropped.length === 0 ? [{ path: `${path}.dropped`, rule: 'missing' } as const] : []),
      ...(cost === null ? [{ path: `${path}.fixedCost`, rule: 'malformed' } as const] : []),
      ...(cost !== null && cost > MONEY_LIMIT
        ? [{ path: `${path}.fixedCost`, rule: 'out_of_range', limit: MONEY_LIMIT } as const]
        : []),
    ];
  });
}

type OptionsPayload = NonNullable<ProcedurePayload<'change.edit'>['changes']['options']>;

/** The options as the back end takes them. */
export function optionsPayload(options: readonly TypedOption[]): OptionsPayload {
  return options.map(({ id, kind, title, effort, fixedCost, dropped }) => ({
    id,
    kind,
    title: normalized(title) === '' ? null : title,
    effort: effortOf(effort),
    fixedCost: typedNumber(fixedCost) ?? 0,
    dropped: kind === 'swap' ? dropped.map((issue) => issue.id) : [],
  }));
}

function isOption(value: unknown): value is TypedOption {
  if (typeof value !== 'object' || value === null || !('effort' in value && 'dropped' in value && 'kind' in value)) {
    return false;
  }
  const texts = ['id', 'title', 'fixedCost'].every((field) => typeof Reflect.get(value, field) === 'string');
  const kind = OPTION_KINDS.some((each) => each === value.kind);
  return texts && kind && isTypedEffort(value.effort) && Array.isArray(value.dropped);
}

/** The options of a stored draft; null when it is none. */
export function storedOptions(stored: unknown): readonly TypedOption[] | null {
  return Array.isArray(stored) && stored.every(isOption) ? stored : null;
}
