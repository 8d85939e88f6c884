import type { z } from 'zod';
import { FIELD_RULES } from '../contract/errors';
import type { FieldProblem, FieldRule } from '../contract/errors';

type Issue = z.core.$ZodIssue;

function valueAt(payload: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return Reflect.get(value, key);
  }, payload);
}

function ruleOf(issue: Issue, payload: unknown): FieldRule {
  const named = FIELD_RULES.find((rule) => rule === issue.message);
  if (named !== undefined) return named;
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(payload, issue.path) === undefined ? 'missing' : 'malformed';
    case 'too_small':
      return issue.origin === 'string' ? 'empty' : 'malformed';
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'malformed';
    case 'invalid_value':
      return valueAt(payload, issue.path) === undefined ? 'missing' : 'not_a_choice';
    case 'unrecognized_keys':
      return 'unexpected';
    default:
      return 'malformed';
  }
}

/** Of several ways a value could have been meant, the one it came closest to. */
function closest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const count = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 : 1), 0);
  return alternatives.toSorted((a, b) => count(a) - count(b))[0] ?? [];
}

function flatten(issue: Issue, payload: unknown): FieldProblem[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && valueAt(payload, issue.path) !== undefined) {
    const within = (inner: Issue): Issue => ({ ...inner, path: [...issue.path, ...inner.path] });
    return closest(issue.errors).flatMap((inner) => flatten(within(inner), payload));
  }
  const path = issue.path.map(String).join('.');
  if (issue.code === 'invalid_union') {
    return [{ path, rule: valueAt(payload, issue.path) === undefined ? 'missing' : 'malformed' }];
  }
  const rule = ruleOf(issue, payload);
  const limit =
    issue.code === 'too_big' && (rule === 'too_long' || rule === 'too_many') ? { limit: Number(issue.maximum) } : {};
  return [{ path, rule, ...limit }];
}

/** Most problems of a payload that are reported: a hostile one may have any number. */
const MOST_PROBLEMS = 20;

/** Says of each field what is wrong with it, by rule, never by quoting it. */
export function fieldProblems(error: z.ZodError, payload: unknown): FieldProblem[] {
  return error.issues.flatMap((issue) => flatten(issue, payload)).slice(0, MOST_PROBLEMS);
}
