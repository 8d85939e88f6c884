import { errorQuantiles } from './calibration';
import { LEVELS } from './curve';
import { countUntil } from './history';
import { paceAt, type Pace } from './pace';

/** A forecast as it would have been made on a day of the past. */
export interface Step {
  /** Days since 1970. */
  readonly at: number;
  /** Calendar days from then at each of LEVELS, rising. */
  readonly days: readonly number[];
  /** Days until the issues really were resolved; infinite where they are not yet. */
  readonly outcome: number;
}

const WEEK = 7;

function score(days: number, { centre, spread }: Pace): number {
  return (Math.log(Math.max(days, 1e-5)) - centre) / spread;
}

/**
 * Forecasts for the next `issues` issues, week by week up to today, each corrected by the errors of those before it as
 * far as they were known on its day.
 *
 * @param resolved sorted, none after `today`
 */
export function walk(resolved: Float64Array, today: number, issues: number): readonly Step[] {
  const [first] = resolved;
  if (first === undefined) return [];
  const steps: (Step & { readonly pace: Pace })[] = [];
  for (let back = Math.floor((today - first) / WEEK); back >= 0; back -= 1) {
    const at = today - back * WEEK;
    const pace = paceAt(resolved, at, issues);
    const past = steps.map((step) => {
      const open = step.at + step.outcome > at;
      return { score: score(open ? at - step.at : step.outcome, step.pace), open };
    });
    const days = errorQuantiles(past, LEVELS).map((quantile) => Math.exp(pace.centre + pace.spread * quantile));
    const reached = resolved[countUntil(resolved, at) + issues - 1] ?? Infinity;
    steps.push({ at, days, outcome: reached - at, pace });
  }
  return steps;
}
