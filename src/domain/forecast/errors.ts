import { normalQuantile } from './normal';

/** Errors of past forecasts with weights, the smallest first. */
export interface WeightedErrors {
  readonly errors: readonly number[];
  readonly weights: readonly number[];
}

const PRIOR_POINTS = 40;
const DEGREES_OF_FREEDOM = 5;

/** Student's t by its expansion in normal quantiles: tails heavier than normal. */
function tailed(z: number): number {
  const v = DEGREES_OF_FREEDOM;
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  );
}

/** What is believed about errors before any is known, in units of the expected spread; evenly likely. */
export const PRIOR: readonly number[] = Array.from({ length: PRIOR_POINTS }, (_, index) =>
  tailed(normalQuantile((index + 0.5) / PRIOR_POINTS)),
);

/** Which share of the errors lies below each of those known, by Kaplan and Meier's estimate. */
export interface ErrorShares {
  readonly errors: readonly number[];
  readonly shares: readonly number[];
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Two lists as one, the smallest first. */
export function merged(one: WeightedErrors, other: WeightedErrors): WeightedErrors {
  const errors: number[] = [];
  const weights: number[] = [];
  for (let first = 0, second = 0; first < one.errors.length || second < other.errors.length;) {
    const isFirst = (one.errors[first] ?? Infinity) <= (other.errors[second] ?? Infinity);
    const from = isFirst ? one : other;
    const place = isFirst ? first++ : second++;
    errors.push(from.errors[place] ?? 0);
    weights.push(from.weights[place] ?? 0);
  }
  return { errors, weights };
}

/**
 * The distribution of errors, of some of which it is only known that they are larger than given.
 *
 * @param known errors
 * @param open lower bounds of errors
 */
export function errorShares(known: WeightedErrors, open: WeightedErrors): ErrorShares {
  let atRisk = sum(known.weights) + sum(open.weights);
  let above = 1;
  let passed = 0;
  const shares = known.errors.map((error, place) => {
    // A bound that equals an error is still at risk there.
    for (; (open.errors[passed] ?? Infinity) < error; passed += 1) atRisk -= open.weights[passed] ?? 0;
    const weight = known.weights[place] ?? 0;
    const left = above * Math.max(0, 1 - weight / atRisk);
    const share = 1 - (above + left) / 2;
    above = left;
    atRisk -= weight;
    return share;
  });
  return { errors: known.errors, shares };
}

/** The error below which lies the given share; between those known it is interpolated, beyond them it is the last. */
export function errorAt({ errors, shares }: ErrorShares, share: number): number {
  let low = 0;
  let high = shares.length - 1;
  if (share <= (shares[low] ?? 0)) return errors[low] ?? 0;
  if (share >= (shares[high] ?? 1)) return errors[high] ?? 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 1) <= share) low = middle;
    else high = middle;
  }
  const [from = 0, to = 0, below = 0, beyond = 1] = [errors[low], errors[high], shares[low], shares[high]];
  return beyond > below ? from + ((to - from) * (share - below)) / (beyond - below) : to;
}
