import { LEVELS } from './curve';

/** How far a miss of the median moves its level, on the logistic scale, in units of its deviation. */
const STEP = 0.002;
/** The levels are moved by no more than this on the logistic scale: 80 % to between 60 and 92 %. */
const FARTHEST = 1;

const LOGITS = LEVELS.map((level) => Math.log(level / (1 - level)));

/** With no outcome known, levels near the median lie 15 % farther out on the logistic scale. */
const DOUBT = 0.15;
/**
 * And those in the tails up to as much again as they do already: how often the rarest errors come about is what few
 * outcomes tell least about, and a range too narrow there is noticed too late. It fades with the fourth power of the
 * share that lies between a level and its mirror image: 13 % of it at 80 %, 66 % at 95 %.
 */
const DOUBT_IN_TAILS = 1;

const DOUBTS = LEVELS.map((level) => DOUBT + DOUBT_IN_TAILS * (2 * level - 1) ** 4);

/** A forecast's days at each of LEVELS, and how long the wait was or goes on. */
export interface Promised {
  readonly at: number;
  readonly days: readonly number[];
  readonly outcome: number;
}

/**
 * Adaptive conformal inference (Gibbs and Candès), for each level by itself: where forecasts hold less often than they
 * promise, what is asked of the errors' distribution rises until they do, and the other way round.
 */
export class Promises {
  private readonly moved = LEVELS.map(() => 0);
  private readonly missed = new WeakMap<Promised, boolean[]>();

  /** Takes in what is known on a day of forecasts that were still running on the day before it was asked. */
  hear(running: readonly Promised[], at: number): void {
    for (const promised of running) {
      const held = promised.at + promised.outcome <= at;
      const missed = this.missed.get(promised) ?? LEVELS.map(() => false);
      promised.days.forEach((days, level) => {
        if (missed[level] === true) return;
        if (promised.outcome > days && promised.at + days <= at) {
          missed[level] = true;
          this.move(level, 1);
        } else if (held) this.move(level, 0);
      });
      this.missed.set(promised, missed);
    }
  }

  /**
   * The share of the errors to ask for at each level.
   *
   * @param ignorance 1 with no outcome known, down to 0 with very many
   */
  shares(ignorance: number): readonly number[] {
    return LOGITS.map((logit, level) => {
      const widened = logit * (1 + ignorance * (DOUBTS[level] ?? 0));
      return 1 / (1 + Math.exp(-(widened + (this.moved[level] ?? 0))));
    });
  }

  private move(level: number, missed: 0 | 1): void {
    const share = LEVELS[level] ?? 0.5;
    const by = (STEP * (missed - (1 - share))) / (share * (1 - share));
    this.moved[level] = Math.max(-FARTHEST, Math.min(FARTHEST, (this.moved[level] ?? 0) + by));
  }
}
