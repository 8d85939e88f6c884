import { normalQuantile, normalShare } from './normal';

/** Where a forecast's curve is calibrated; between them it is interpolated. */
export const LEVELS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98] as const;

const SCORES = LEVELS.map(normalQuantile);

/** A forecast's distribution as a function and its inverse. */
export interface Curve {
  readonly quantile: (p: number) => number;
  readonly chanceBy: (days: number) => number;
}

/** Linear between the points and, with the slope of the outermost pair, beyond them. */
function along(xs: readonly number[], ys: readonly number[], x: number): number {
  let upper = xs.findIndex((known) => known >= x);
  if (upper === -1) upper = xs.length - 1;
  upper = Math.max(1, upper);
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[upper - 1], xs[upper], ys[upper - 1], ys[upper]];
  return x1 === x0 ? y1 : y0 + ((x - x0) * (y1 - y0)) / (x1 - x0);
}

/** The curve through the days at LEVELS, which rise: straight where the days are logarithmic and the chances are scores. */
export function curveOf(days: readonly number[]): Curve {
  // Equal neighbours are moved apart by less than a second, so that the curve has an inverse.
  const logs: number[] = [];
  for (const value of days) logs.push(Math.max(Math.log(Math.max(value, 1e-5)), (logs.at(-1) ?? -Infinity) + 1e-9));
  return {
    quantile(p) {
      if (!(p > 0 && p < 1)) throw new RangeError('A probability must lie between 0 and 1');
      return Math.exp(along(SCORES, logs, normalQuantile(p)));
    },
    chanceBy(within) {
      if (Number.isNaN(within)) throw new RangeError('Days must be a number');
      return within <= 0 ? 0 : normalShare(along(logs, SCORES, Math.log(within)));
    },
  };
}
