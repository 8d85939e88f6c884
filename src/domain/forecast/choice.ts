import { GUESSES } from './pace';

const WEEK = 7;
/** The guesses err together, so that two outcomes tell them apart as one would if they were independent. */
const WEIGHT_OF_OUTCOME = 0.5;
/** A guess is not better than one that errs by a thousandth. */
const LEAST_LOSS = 1e-3;

/** Weekly forecasts of a long wait tell of the same weeks: as many outcomes as there are waits side by side count as one. */
export function independence(days: number): number {
  return Math.min(1, WEEK / days);
}

/** Which guess to believe how much, by how far each was off in the past. */
export class Choice {
  private readonly losses = new Float64Array(GUESSES);
  private count = 0;
  private evidence = 0;

  /** Takes in how long the wait was after all. */
  learn(guesses: Float64Array, outcome: number): void {
    const log = Math.log(outcome);
    guesses.forEach((guess, index) => {
      this.losses[index] = (this.losses[index] ?? 0) + Math.abs(log - guess);
    });
    this.count += 1;
    this.evidence += independence(outcome);
  }

  /**
   * The mean of the guesses, each with the likelihood of its past errors as weight.
   *
   * @param running earlier guesses whose wait goes on, and for how long so far; those already exceeded count
   */
  centre(
    guesses: Float64Array,
    running: readonly { readonly guesses: Float64Array; readonly soFar: number }[],
  ): number {
    const losses = this.losses.slice();
    let { count, evidence } = this;
    for (const { guesses: earlier, soFar } of running) {
      const log = Math.log(soFar);
      let isExceeded = false;
      for (let index = 0; index < GUESSES; index += 1) {
        const excess = log - (earlier[index] ?? log);
        if (excess <= 0) continue;
        isExceeded = true;
        losses[index] = (losses[index] ?? 0) + excess;
      }
      if (!isExceeded) continue;
      count += 1;
      evidence += independence(soFar);
    }
    const mean = losses.map((loss) => (count === 0 ? 1 : loss / count + LEAST_LOSS));
    const best = Math.min(...mean);
    // The likelihood of errors with an exponential distribution whose scale is not known.
    const weights = mean.map((loss) => (loss / best) ** (-evidence * WEIGHT_OF_OUTCOME));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return guesses.reduce((sum, guess, index) => sum + guess * (weights[index] ?? 0), 0) / total;
  }
}
