import type { TrackRecord } from '../../contract/impact';
import type { Outcome } from './actual';
import type { Tuning } from './subject';

/** So many of the latest verified changes count. */
export const LAST_ANALYSES = 12;

/**
 * So many further issues are imagined that behaved exactly as expected: a handful of surprises says little, fifty say
 * much.
 */
const PRIOR = 10;
const [WEAKEST, STRONGEST] = [0.5, 1.5];

type Past = Pick<Outcome, 'predicted' | 'touched' | 'hits' | 'listedShare' | 'byLinkType'>;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function byType(past: readonly Past[]): readonly Past['byLinkType'][number][] {
  const types = new Map<string, Past['byLinkType'][number]>();
  for (const each of past.flatMap(({ byLinkType }) => byLinkType)) {
    const key = each.type.toLowerCase();
    const before = types.get(key) ?? { type: each.type, predicted: 0, hits: 0, expected: 0 };
    types.set(key, {
      type: before.type,
      predicted: before.predicted + each.predicted,
      hits: before.hits + each.hits,
      expected: before.expected + each.expected,
    });
  }
  return [...types.values()].toSorted((a, b) => b.predicted - a.predicted);
}

/**
 * How right the latest analyses have been, all their issues together, so that one of two issues does not weigh as much as
 * one of two hundred.
 */
export function trackRecordOf(past: readonly Past[], tuning: boolean): TrackRecord {
  const total = (key: 'predicted' | 'touched' | 'hits') => sum(past.map((each) => each[key]));
  const [predicted, touched, hits] = [total('predicted'), total('touched'), total('hits')];
  const shares = past.flatMap(({ listedShare }) => listedShare ?? []);
  return {
    analyses: past.length,
    found: touched === 0 ? null : hits / touched,
    falseAlarms: predicted === 0 ? null : 1 - hits / predicted,
    listedShare: shares.length === 0 ? null : sum(shares) / shares.length,
    byLinkType: byType(past).map(({ type, predicted: all, hits: found }) => ({ type, predicted: all, hits: found })),
    tuning,
  };
}

/**
 * By how much each link type's strength is multiplied: the hits it had over those that its confidences made one expect,
 * with `PRIOR` issues as expected put in, and never less than half or more than half as much again. A type without a past
 * keeps its strength.
 */
export function tuningBy(past: readonly Past[]): Tuning {
  return Object.fromEntries(
    byType(past).map(({ type, hits, expected }) => {
      const factor = (hits + PRIOR) / (expected + PRIOR);
      return [type.toLowerCase(), Math.min(Math.max(factor, WEAKEST), STRONGEST)];
    }),
  );
}
