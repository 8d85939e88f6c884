import type { Efforts } from './efforts';

/** Words of state that the generator keeps for each task. */
const WORDS = 4;
/** Numbers thrown away at the beginning, until every bit of the state depends on every bit of the seed. */
const WARM_UP = 16;
const HIGH_WORD = 2 ** 32;
/** Each half of a word is one number. */
const HALF = 2 ** -16;
const WORD = 2 ** -32;

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
   * An effort is `low (1 - M) + likely (M - m) + high m`, where m and M are the smaller and the greater of two numbers
   * between 0 and 1: that is triangular, needs no root and no decision, and a greater low, likely or high never gives a
   * smaller effort (but for rounding). The two numbers are the halves of one word; behind their 16 bits both carry the
   * same finer ones, from the state.
   *
   * @see W. E. Stein and M. F. Keblis, A new method to simulate the triangular distribution (2009)
   */
  draw(task: number, starts: Float64Array, into: Float64Array, count: number): void {
    const low = this.efforts.low[task] ?? 0;
    const likely = this.efforts.likely[task] ?? 0;
    const high = this.efforts.high[task] ?? 0;
    const perSmaller = (high - low) * HALF;
    const perApart = (likely - low) * HALF;
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
      const one = drawn & 0xffff;
      const other = drawn >>> 16;
      const apart = Math.abs(one - other);
      const smaller = ((one + other - apart) >> 1) + (c >>> 0) * WORD;
      into[run] = (starts[run] ?? 0) + (low + smaller * perSmaller + apart * perApart);
    }
    state[place] = a;
    state[place + 1] = b;
    state[place + 2] = c;
    state[place + 3] = counter;
  }
}
