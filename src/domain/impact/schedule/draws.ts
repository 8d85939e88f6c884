/** Words of state that the generator keeps for each task. */
const WORDS = 4;
/** Numbers thrown away at the beginning, until every bit of the state depends on every bit of the seed. */
const WARM_UP = 8;
const HIGH_WORD = 2 ** 32;
/** A draw has 53 bits, 27 of one word and 26 of the next. */
const LOW_BITS = 2 ** 26;
const UNIT = 2 ** -53;

/**
 * Numbers that look random, a stream of its own for each task, so that a task draws the same whatever the others do:
 * two schedules of one seed differ by their inputs alone. The generator is sfc32 by Chris Doty-Humphrey (PractRand):
 * 128 bits of state, no two streams of a seed begin alike.
 */
export class Draws {
  private readonly state: Int32Array;

  /** @param seed any integer that a number holds exactly */
  constructor(tasks: number, seed: number) {
    if (!Number.isSafeInteger(seed)) throw new RangeError('A seed is an integer');
    const thrownAway = new Float64Array(WARM_UP);
    this.state = new Int32Array(tasks * WORDS);
    for (let task = 0; task < tasks; task += 1) {
      this.state.set([seed | 0, Math.floor(seed / HIGH_WORD) | 0, task, 1], task * WORDS);
      this.fill(task, thrownAway, WARM_UP);
    }
  }

  /** Writes the next `count` numbers of the task's stream, from 0 up to but without 1, to the beginning of `into`. */
  fill(task: number, into: Float64Array, count: number): void {
    const { state } = this;
    const place = task * WORDS;
    let a = state[place] ?? 0;
    let b = state[place + 1] ?? 0;
    let c = state[place + 2] ?? 0;
    let counter = state[place + 3] ?? 0;
    for (let index = 0; index < count; index += 1) {
      const high = (a + b + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + high) | 0;
      const low = (a + b + counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + low) | 0;
      counter = (counter + 2) | 0;
      into[index] = ((high >>> 5) * LOW_BITS + (low >>> 6)) * UNIT;
    }
    state[place] = a;
    state[place + 1] = b;
    state[place + 2] = c;
    state[place + 3] = counter;
  }
}
