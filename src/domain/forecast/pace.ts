import { countUntil } from './history';

/** Windows in days: a quarter of a year as plain sampling takes it, half a year, a year. */
const WINDOWS = [84, 182, 364] as const;
/** Windows in issues, as multiples of what is asked for, but no shorter than four weeks. */
const MULTIPLES = [2, 4] as const;
/** How many of the past waits for as many issues are looked at: those of half a year and of two years. */
const WAITS = [26, 104] as const;
/** Fewer waits say less than the pace of a year. */
const FEWEST_WAITS = 6;
const YEAR = 364;
const FOUR_WEEKS = 28;
const TWO_YEARS = 728;
/** Variance over mean of the counts before there are enough months to compare. */
const USUAL_DISPERSION = 3;
/** The pace itself changes, by about a fifth from one stretch of time to the next, until a project shows otherwise. */
const DRIFT = 0.2;

/** How many ways of guessing there are. */
export const GUESSES = WINDOWS.length + MULTIPLES.length + WAITS.length;

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return ((sorted[half] ?? 0) + (sorted[sorted.length % 2 === 0 ? half - 1 : half] ?? 0)) / 2;
}

/**
 * Several guesses at how long `issues` issues take, as natural logarithms of days: at the pace of windows that are long
 * in time or in issues, and as past waits for as many issues went, the latest last.
 *
 * @param at a day on which at least one issue has been resolved
 */
export function guessesAt(resolved: Float64Array, at: number, issues: number, waits: readonly number[]): Float64Array {
  const count = countUntil(resolved, at);
  const age = Math.max(1, at - (resolved[0] ?? at));
  const atPaceOf = (wanted: number) => {
    const window = Math.min(age, wanted);
    const seen = count - countUntil(resolved, at - window);
    // Half an issue at the pace of the whole past, so that a dead window is slow and not for ever.
    return Math.log((issues * (window + (0.5 * age) / count)) / (seen + 0.5));
  };
  const spanOf = (multiple: number) => at - (resolved[count - Math.min(count, multiple * issues)] ?? at);
  return Float64Array.of(
    ...WINDOWS.map(atPaceOf),
    ...MULTIPLES.map((multiple) => atPaceOf(Math.max(FOUR_WEEKS, spanOf(multiple)))),
    ...WAITS.map((latest) => (waits.length < FEWEST_WAITS ? atPaceOf(YEAR) : median(waits.slice(-latest)))),
  );
}

/**
 * How unevenly issues are resolved: variance over mean of four-weekly counts in the last two years, 1 if they are
 * independent of each other. From the differences between neighbours, so that a changing pace does not count.
 */
function dispersionAt(resolved: Float64Array, at: number): number {
  const age = Math.min(TWO_YEARS, at - (resolved[0] ?? at));
  const cells = Math.floor(age / FOUR_WEEKS);
  if (cells < 3) return USUAL_DISPERSION;
  let sum = 0;
  let differences = 0;
  let before: number | null = null;
  let until = countUntil(resolved, at);
  for (let cell = 1; cell <= cells; cell += 1) {
    const from = countUntil(resolved, at - cell * FOUR_WEEKS);
    const here = until - from;
    sum += here;
    if (before !== null) differences += (here - before) ** 2;
    before = here;
    until = from;
  }
  return sum === 0 ? USUAL_DISPERSION : Math.max(1, (differences / 2 / (cells - 1)) * (cells / sum));
}

/**
 * The spread of the logarithm of a wait that is to be expected before any outcome is known: counts of that dispersion,
 * both in the wait and in what the pace is taken from, and drift.
 */
export function expectedSpread(resolved: Float64Array, at: number, issues: number): number {
  const uneven = dispersionAt(resolved, at);
  const variance = uneven / issues + uneven / Math.min(countUntil(resolved, at), 2 * issues);
  return Math.sqrt(Math.min(1, variance) + DRIFT ** 2);
}
