import type { EffortSource } from '../../contract/impact';
import type { Effort } from '../../contract/issues';
import type { ImpactFacts } from './facts';
import type { Kinds } from './kinds';

/** Jira's own working day, unless an administrator has chosen otherwise. */
const SECONDS_A_DAY = 8 * 60 * 60;
/** More than this is a slip of the keyboard: four years of one person. */
const ABSURD_SECONDS = 1_000 * SECONDS_A_DAY;
/** Fewer past issues than this say nothing of the next one. */
const LEAST_SAMPLES = 5;
/** Fewer pairs of estimate and logged time than this say nothing of how estimates hold. */
const LEAST_RATIOS = 10;
/** What an estimate means where the project has not shown how its estimates hold. */
const USUAL_SPREAD: Effort = { low: 0.75, likely: 1, high: 2 };
const [NARROWEST, WIDEST] = [0.25, 4];
/** Of an estimate that is used up, so much is still believed to be left. */
const LEFT_AT_LEAST = 0.1;

export interface Size {
  readonly days: number;
  readonly source: Exclude<EffortSource, 'person' | 'none'>;
}

export interface Sizes {
  /** How large an issue is as a whole, in working days; null when neither it nor the project's past says. */
  readonly whole: (issue: number) => Size | null;
  /** What of an open issue is still to be done; null likewise. */
  readonly left: (issue: number) => Effort | null;
  readonly hasEstimate: (issue: number) => boolean;
  /** Issues with a negative or absurd time, which was not believed. */
  readonly repaired: readonly number[];
}

function isUsable(seconds: number): boolean {
  return seconds > 0 && seconds <= ABSURD_SECONDS;
}

/** The value at a share of sorted numbers, by the nearest rank. */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function threePoint(numbers: readonly number[]): Effort {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { low: at(sorted, 0.1), likely: at(sorted, 0.5), high: at(sorted, 0.9) };
}

/** What finished issues took, by type and of all types, in days; types with too few are left out. */
function takenBefore({ issues }: ImpactFacts, { isDone }: Kinds) {
  const samples: number[] = [];
  const byType = new Map<number, number[]>();
  for (let issue = 0; issue < issues.id.length; issue += 1) {
    const [spent, original] = [issues.spent[issue]!, issues.original[issue]!];
    const seconds = isUsable(spent) ? spent : original;
    if (!isDone(issue) || issues.foreign[issue] === 1 || !isUsable(seconds)) continue;
    const days = seconds / SECONDS_A_DAY;
    samples.push(days);
    const ofType = byType.get(issues.type[issue]!) ?? [];
    ofType.push(days);
    byType.set(issues.type[issue]!, ofType);
  }
  const all = samples.length < LEAST_SAMPLES ? null : threePoint(samples);
  const enough = [...byType].filter(([, days]) => days.length >= LEAST_SAMPLES);
  const types = new Map(enough.map(([type, days]) => [type, threePoint(days)]));
  return (issue: number): Effort | null => types.get(issues.type[issue]!) ?? all;
}

/** How logged time compares with the estimate in this project, or as usual. */
function spreadOf({ issues }: ImpactFacts, { isDone }: Kinds): Effort {
  const ratios: number[] = [];
  for (let issue = 0; issue < issues.id.length; issue += 1) {
    const [spent, original] = [issues.spent[issue]!, issues.original[issue]!];
    if (isDone(issue) && isUsable(spent) && isUsable(original)) ratios.push(spent / original);
  }
  if (ratios.length < LEAST_RATIOS) return USUAL_SPREAD;
  const bounded = (ratio: number) => Math.min(Math.max(ratio, NARROWEST), WIDEST);
  const { low, likely, high } = threePoint(ratios);
  return { low: bounded(low), likely: bounded(likely), high: bounded(high) };
}

function secondsLeft(original: number, remaining: number, spent: number): number {
  if (isUsable(remaining)) return remaining;
  return Math.max(original - Math.max(spent, 0), original * LEFT_AT_LEAST);
}

/**
 * How large issues are: by their own estimate, else by what finished issues of their type took, else of all types. An
 * estimate becomes a range by how this project's estimates have held so far.
 */
export function sizesOf(facts: ImpactFacts, kinds: Kinds): Sizes {
  const { issues } = facts;
  const before = takenBefore(facts, kinds);
  const spread = spreadOf(facts, kinds);
  const hasEstimate = (issue: number) => isUsable(issues.original[issue]!) || isUsable(issues.remaining[issue]!);
  const isOdd = (seconds: number) => seconds < -1 || seconds > ABSURD_SECONDS;
  const estimate = (issue: number) =>
    isUsable(issues.original[issue]!)
      ? issues.original[issue]!
      : issues.remaining[issue]! + Math.max(issues.spent[issue]!, 0);
  return {
    hasEstimate,
    whole: (issue) => {
      if (hasEstimate(issue)) return { days: estimate(issue) / SECONDS_A_DAY, source: 'estimate' };
      const usual = before(issue);
      return usual === null ? null : { days: usual.likely, source: 'history' };
    },
    left: (issue) => {
      if (!hasEstimate(issue)) return before(issue);
      const seconds = secondsLeft(estimate(issue), issues.remaining[issue]!, issues.spent[issue]!);
      const days = seconds / SECONDS_A_DAY;
      return { low: days * spread.low, likely: days * spread.likely, high: days * spread.high };
    },
    repaired: issues.id.flatMap((_, issue) =>
      [issues.original, issues.remaining, issues.spent].some((column) => isOdd(column[issue]!)) ? [issue] : [],
    ),
  };
}
