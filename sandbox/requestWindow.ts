const SECOND = 1_000;

/**
 * Counts requests within any second. The sandbox answers faster than a service across a network: a request that waited
 * for the one before counts as later by what an answer takes at least, so that only requests at the same time are a burst.
 */
export class RequestWindow {
  readonly #answerTime: number;
  #moments: number[] = [];
  #latest = 0;
  #underWay = 0;

  /** @param answerTime milliseconds. */
  constructor(answerTime: number) {
    this.#answerTime = answerTime;
  }

  /**
   * @param at milliseconds since 1970.
   * @returns whether one more request within this second is allowed; if so it is counted.
   */
  admit(perSecond: number, at: number): boolean {
    const afterLast = this.#underWay === 0 ? this.#latest + this.#answerTime : this.#latest;
    const now = Math.max(at, afterLast);
    this.#moments = this.#moments.filter((moment) => moment > now - SECOND);
    if (this.#moments.length >= perSecond) return false;
    this.#moments.push(now);
    this.#latest = now;
    this.#underWay += 1;
    return true;
  }

  /** To be called when a request has had its answer. */
  leave(): void {
    this.#underWay = Math.max(0, this.#underWay - 1);
  }
}
