import type { AssessedWarning } from './assessment';
import { NONE } from './facts';
import type { ImpactFacts } from './facts';
import type { LinkTypeRule, Routes } from './routes';
import { unknownLinkTypes } from './routes';
import type { Plan } from './plan';
import type { AffectedIssue } from './scope';

/** What resolved issues, and over how many days, a forecast may rest on without saying so. */
const [ENOUGH_RESOLVED, ENOUGH_DAYS] = [20, 84];
/** So many days without a finished issue are no pace any more: a quarter of a year. */
const STANDSTILL_DAYS = 92;
/** A name or an issue more does not help anybody. */
const MOST_NAMED = 20;

function counting(code: AssessedWarning['code'], count: number): readonly AssessedWarning[] {
  return count > 0 ? [{ code, count }] : [];
}

function when(condition: boolean, code: AssessedWarning['code']): readonly AssessedWarning[] {
  return condition ? [{ code }] : [];
}

function naming(code: AssessedWarning['code'], issues: readonly string[]): readonly AssessedWarning[] {
  return issues.length > 0 ? [{ code, count: issues.length, issues: issues.slice(0, MOST_NAMED) }] : [];
}

export interface ScopeFound {
  readonly facts: ImpactFacts;
  readonly rules: readonly LinkTypeRule[];
  readonly routes: Routes;
  readonly starts: readonly number[];
  readonly rows: readonly AffectedIssue[];
  /** How many of them are listed. */
  readonly listed: number;
  /** Issues with an effort or time that was not believed. */
  readonly repaired: readonly number[];
  readonly waiting: number | null;
}

/** What is missing or doubtful about which issues are affected. */
export function scopeWarnings(found: ScopeFound): readonly AssessedWarning[] {
  const { facts, rules, routes, starts, rows } = found;
  const begun = new Set(starts);
  const isLinked = routes.from.some((from) => begun.has(from));
  const unknown = unknownLinkTypes(facts, rules);
  return [
    ...when(!isLinked, 'noLinks'),
    ...when(isLinked && rows.length === 0, 'nothingFound'),
    ...counting('truncated', rows.length - found.listed),
    ...(unknown.length > 0
      ? [{ code: 'unknownLinkTypes' as const, count: unknown.length, names: unknown.slice(0, MOST_NAMED) }]
      : []),
    ...naming(
      'estimatesRepaired',
      found.repaired.map((issue) => facts.issues.id[issue]!),
    ),
    ...(found.waiting === null ? [{ code: 'mirrorBehind' as const }] : counting('mirrorBehind', found.waiting)),
  ];
}

export interface ScheduleFound {
  readonly plan: Plan;
  readonly today: string;
  /** How many issues the project has resolved, since how many days, and how many days ago the latest. */
  readonly past: { readonly resolved: number; readonly days: number; readonly idle: number };
  readonly isZeroCapacity: boolean;
  /** Whether finish days rest on the project's past at all. */
  readonly usesPast: boolean;
  /** Issues that wait for each other, by their places. */
  readonly cycles: readonly (readonly number[])[];
}

/** What is missing or doubtful about when things will be finished. */
export function scheduleWarnings(found: ScheduleFound): readonly AssessedWarning[] {
  const { plan, today, past } = found;
  const { open, withoutEstimate, milestones } = plan;
  const inPast = milestones.flatMap(({ version: { name, date } }) => (date !== null && date < today ? [name] : []));
  const isShort = past.resolved > 0 && (past.resolved < ENOUGH_RESOLVED || past.days < ENOUGH_DAYS);
  return [
    ...when(found.isZeroCapacity, 'zeroCapacity'),
    ...when(open > 0 && withoutEstimate === open, 'noEstimates'),
    ...(withoutEstimate < open ? counting('someEstimatesMissing', withoutEstimate) : []),
    ...when(milestones.length === 0, 'noVersions'),
    ...(inPast.length > 0 ? [{ code: 'milestoneInPast' as const, count: inPast.length, names: inPast }] : []),
    ...when(past.resolved === 0, 'noHistory'),
    ...when(found.usesPast && isShort, 'shortHistory'),
    ...counting('standstill', found.usesPast && past.idle > STANDSTILL_DAYS ? past.idle : 0),
    ...counting('cycles', found.cycles.length),
  ];
}

/** How many issues the project itself has resolved, and how long ago the first and the latest of them. */
export function pastOf(resolved: Int32Array, epochDay: number): ScheduleFound['past'] {
  const first = resolved.reduce((least, day) => (least === NONE || day < least ? day : least), NONE);
  const latest = resolved.reduce((most, day) => Math.max(most, day), NONE);
  return {
    resolved: resolved.length,
    days: first === NONE ? 0 : epochDay - first,
    idle: latest === NONE ? 0 : epochDay - latest,
  };
}
