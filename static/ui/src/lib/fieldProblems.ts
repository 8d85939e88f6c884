import type { Day } from '../../../../src/contract/feedback';
import type { FieldProblem } from '../../../../src/contract/errors';
import type { MessageValues, Translate } from './i18n';

/** The text as the back end will count and keep it. */
export function normalized(value: string): string {
  return value.replaceAll('\r\n', '\n').trim().normalize('NFC');
}

/** Checks a text as the back end does. */
export function textProblems(path: string, value: string, limit: number): readonly FieldProblem[] {
  const { length } = normalized(value);
  if (length === 0) return [{ path, rule: 'empty' }];
  return length > limit ? [{ path, rule: 'too_long', limit }] : [];
}

/** Checks the day something was said on against the viewer's today. */
export function dayProblems(path: string, value: Day, today: Day): readonly FieldProblem[] {
  if (!/^(?:19[7-9]\d|2\d{3})-\d{2}-\d{2}$/u.test(value)) return [{ path, rule: 'not_a_date' }];
  return value > today ? [{ path, rule: 'in_future' }] : [];
}

/** The problem of a field or of something inside it, as a sentence; `length` is how long the text is now. */
export function problemAt(
  t: Translate,
  problems: readonly FieldProblem[],
  path: string,
  length = 0,
): string | undefined {
  const problem = problems.find((each) => each.path === path || each.path.startsWith(`${path}.`));
  if (problem === undefined) return undefined;
  const values: MessageValues = { limit: problem.limit ?? 0, length };
  return t(`field.${problem.rule}`, values);
}
