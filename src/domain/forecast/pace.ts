import { countUntil } from './history';

/** How fast issues were resolved, and how unevenly, as known on a day. */
export interface Pace {
  /** The natural logarithm of the days that so many issues take at the pace of late. */
  readonly centre: number;
  /** The spread around it, on the logarithmic scale, that follows from unevenness and from too few resolved issues. */
  readonly spread: number;
}

/** Windows in days: a quarter of a year as plain sampling takes it, half a year, a year. */
const WINDOWS = [84, 182, 364];
/** Windows in issues, as multiples of what is asked for. */
const MULTIPLES = [2, 4];
const FOUR_WEEKS = 28;
const TWO_YEARS = 728;
/** The pace itself changes: by about a third from one stretch of time to the next, until a project shows otherwise. */
const DRIFT = 0.3;
/** Before there are enough months to compare. */
const USUAL_DISPERSION = 3;

/** Variance over mean of four-weekly counts in the last two years; 1 if issues are resolved independently. */
function dispersion(resolved: Float64Array, at: number): number {
  const age = Math.min(TWO_YEARS, at - (resolved[0] ?? at));
  const cells = Math.floor(age / FOUR_WEEKS);
  if (cells < 3) return USUAL_DISPERSION;
  let [sum, squares, until] = [0, 0, countUntil(resolved, at)];
  for (let cell = 1; cell <= cells; cell += 1) {
    const from = countUntil(resolved, at - cell * FOUR_WEEKS);
    sum += until - from;
    squares += (until - from) ** 2;
    until = from;
  }
  const mean = sum / cells;
  if (mean === 0) return USUAL_DISPERSION;
  return Math.max(1, (squares - sum * mean) / (cells - 1) / mean);
}

/** The pace on a day on which at least one issue has been resolved. */
export function paceAt(resolved: Float64Array, at: number, issues: number): Pace {
  const count = countUntil(resolved, at);
  const age = Math.max(1, at - (resolved[0] ?? at));
  const spans = MULTIPLES.map((multiple) => at - (resolved[count - Math.min(count, multiple * issues)] ?? at));
  const logs = [...spans.map((span) => Math.max(FOUR_WEEKS * 3, span)), ...WINDOWS].map((wanted) => {
    const window = Math.min(age, wanted);
    const seen = count - countUntil(resolved, at - window);
    // Half an issue at the pace of the whole past, so that a dead window is slow and not for ever.
    return Math.log((issues * (window + (0.5 * age) / count)) / (seen + 0.5));
  });
  const uneven = dispersion(resolved, at);
  const variance = uneven / issues + uneven / Math.min(count, 2 * issues);
  return {
    centre: logs.reduce((sum, log) => sum + log, 0) / logs.length,
    spread: Math.sqrt(Math.min(4, variance) + DRIFT ** 2),
  };
}
