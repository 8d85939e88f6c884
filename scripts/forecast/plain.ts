import { randomOf } from '../../sandbox/random';
import { countUntil } from '../../src/domain/forecast/history';

const WEEKS = 12;
const WEEK = 7;
const RUNS = 1_000;
/** A run is given up after a hundred years. */
const MOST_WEEKS = 5_200;

/** Looked up once: where scripts run in a context of their own, as tests do, each look at `Math` is dear. */
const { floor } = Math;

/**
 * Plain sampling, to compare with: weeks are drawn from the last twelve until enough issues are resolved.
 *
 * @param resolved sorted instants in days, none after `today`
 * @returns days at each of the probabilities; null where nothing was resolved in those weeks
 */
export function plainForecast(
  resolved: Float64Array,
  today: number,
  issues: number,
  probabilities: readonly number[],
): readonly number[] | null {
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const until = today - week * WEEK;
    return countUntil(resolved, until) - countUntil(resolved, until - WEEK);
  });
  if (weeks.every((count) => count === 0)) return null;
  const next = randomOf(issues * 100_003 + Math.floor(today));
  const runs = Float64Array.from({ length: RUNS }, () => {
    let taken = 0;
    for (let done = 0; done < issues && taken < MOST_WEEKS; taken += 1) done += weeks[floor(next() * WEEKS)] ?? 0;
    return taken * WEEK;
  }).sort();
  return probabilities.map((probability) => runs[Math.ceil(probability * RUNS) - 1] ?? Infinity);
}
