import { knownInstants, type History } from './history';
import { curveOf } from './curve';
import { walk } from './walk';

/** When the next `remaining` issues will have been resolved, counted from the day of the forecast. */
export interface FinishForecast {
  /** Calendar days, with fractions, within which they are resolved with probability `p`, 0 < p < 1. */
  readonly quantile: (p: number) => number;
  /** The probability that they are resolved within so many calendar days. */
  readonly chanceBy: (days: number) => number;
  /** What it rests on: resolved issues, days since the first of them, and past forecasts whose outcome is known. */
  readonly basis: { readonly resolved: number; readonly days: number; readonly outcomes: number };
}

/**
 * Forecasts from the project's own history alone, corrected by how its past forecasts for as many issues would have
 * held. The same history gives the same forecast, whatever happens after `today`.
 *
 * @param today days since 1970, with fractions
 * @param remaining how many issues are to be resolved; parts of an issue count as a whole one
 * @returns null where nothing was resolved yet
 * @throws RangeError unless `today` and `remaining` are finite and `remaining` is positive
 */
export function forecastFinish(history: History, today: number, remaining: number): FinishForecast | null {
  if (!Number.isFinite(today)) throw new RangeError('The day of a forecast must be a number');
  if (!Number.isFinite(remaining) || remaining <= 0) throw new RangeError('What remains must be a positive number');
  const resolved = knownInstants(history.resolved, today);
  const steps = walk(resolved, today, Math.ceil(remaining));
  const last = steps.at(-1);
  if (last === undefined) return null;
  const { quantile, chanceBy } = curveOf(last.days);
  const outcomes = steps.filter(({ at, outcome }) => at + outcome <= today).length;
  return { quantile, chanceBy, basis: { resolved: resolved.length, days: today - (resolved[0] ?? today), outcomes } };
}
