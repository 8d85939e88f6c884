import { normalQuantile } from './normal';

/** A past forecast's error in units of its own spread; `open` if the outcome is only known to exceed it. */
export interface PastError {
  readonly score: number;
  readonly open: boolean;
}

/** What is believed before a project has shown anything counts as much as ten past forecasts. */
const PRIOR_WEIGHT = 10;
const PRIOR_POINTS = 40;

/** Student's t with five degrees of freedom by its expansion in normal quantiles: tails heavier than normal. */
function tailed(z: number): number {
  const v = 5;
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  );
}

const PRIOR = Array.from({ length: PRIOR_POINTS }, (_, index) => ({
  score: tailed(normalQuantile((index + 0.5) / PRIOR_POINTS)),
  open: false,
  weight: PRIOR_WEIGHT / PRIOR_POINTS,
}));

/**
 * The scores below which errors lie with the given probabilities, which rise: Kaplan and Meier's estimate from the past
 * errors, open ones included, and the prior.
 */
export function errorQuantiles(past: readonly PastError[], levels: readonly number[]): readonly number[] {
  const all = [...PRIOR, ...past.map((error) => ({ ...error, weight: 1 }))].sort((a, b) => a.score - b.score);
  let atRisk = PRIOR_WEIGHT + past.length;
  let above = 1;
  const quantiles: number[] = [];
  let before = { score: all[0]?.score ?? 0, share: 0 };
  for (const { score, open, weight } of all) {
    if (!open) {
      const left = above * Math.max(0, 1 - weight / atRisk);
      const here = { score, share: 1 - (above + left) / 2 };
      while (quantiles.length < levels.length && (levels[quantiles.length] ?? 1) <= here.share) {
        const part = ((levels[quantiles.length] ?? 1) - before.share) / (here.share - before.share);
        quantiles.push(before.score + part * (here.score - before.score));
      }
      before = here;
      above = left;
    }
    atRisk -= weight;
  }
  while (quantiles.length < levels.length) quantiles.push(before.score);
  return quantiles;
}
