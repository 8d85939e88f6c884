import type { Efforts } from './efforts';

/** Words of state that the generator keeps for each task. */
const WORDS = 4;
/** Numbers thrown away at the beginning, until every bit of the state depends on every bit of the seed. */
const WARM_UP = 16;
const HIGH_WORD = 2 ** 32;
/** A number has 53 bits: the 32 of a word drawn and, finer than those, 21 of the state behind it. */
const COARSE = 2 ** -32;
const FINE = 2 ** -53;

/**
 * Efforts at random, a stream of its own for each task, so that a task draws the same whatever the others do: two
 * schedules of one seed differ by their inputs alone. The generator is sfc32 by Chris Doty-Humphrey (PractRand): 128
 * bits of state, no two streams of a seed begin alike.
 */
export class Draws {
  private readonly state: Int32Array;

  /**
   * @param efforts of every task, in order (see `Efforts`)
   * @param seed any integer that a number holds exactly
   */
  constructor(
    private readonly efforts: Efforts,
    seed: number,
  ) {
    if (!Number.isSafeInteger(seed)) throw new RangeError('A seed is an integer');
    const tasks = efforts.likely.length;
    const row = new Float64Array(WARM_UP);
    this.state = new Int32Array(tasks * WORDS);
    for (let task = 0; task < tasks; task += 1) {
      this.state.set([seed | 0, Math.floor(seed / HIGH_WORD) | 0, task, 1], task * WORDS);
      this.draw(task, row, row, WARM_UP);
    }
  }

  /**
   * Writes `count` starts, each with the next effort of the task added to it, to `into`.
   *
   * An effort is the inverse of the triangular distribution at a number from 0 up to but without 1: a greater number,
   * and a greater low, likely or high, never give a smaller one (but for rounding). On which side of the likely value it
   * lies is as good as random, and a processor that guesses wrong loses more time than both sides take together:
   * so each side is reckoned with the smaller of the number and the likely value's share, which is half of their sum
   * less their distance. Neither root can be of less than 0, and no effort is below the low one.
   */
  draw(task: number, starts: Float64Array, into: Float64Array, count: number): void {
    const low = this.efforts.low[task] ?? 0;
    const likely = this.efforts.likely[task] ?? 0;
    const high = this.efforts.high[task] ?? 0;
    const range = high - low;
    const share = range === 0 ? 0 : (likely - low) / range;
    const [below, above] = [2 * share, 2 - 2 * share];
    const [rising, falling] = [(range * (likely - low)) / 2, (range * (high - likely)) / 2];
    const farthest = high - likely;
    const { state } = this;
    const place = task * WORDS;
    let a = state[place] ?? 0;
    let b = state[place + 1] ?? 0;
    let c = state[place + 2] ?? 0;
    let counter = state[place + 3] ?? 0;
    for (let run = 0; run < count; run += 1) {
      const drawn = (a + b + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + drawn) | 0;
      counter = (counter + 1) | 0;
      const beyond = (drawn >>> 0) * COARSE + (c >>> 11) * FINE - share;
      const apart = Math.abs(beyond);
      const rise = Math.sqrt((below + beyond - apart) * rising);
      const fall = Math.sqrt((above - beyond - apart) * falling);
      into[run] = (starts[run] ?? 0) + (low + rise + Math.abs(farthest - fall));
    }
    state[place] = a;
    state[place + 1] = b;
    state[place + 2] = c;
    state[place + 3] = counter;
  }
}
