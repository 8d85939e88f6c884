import type { SandboxClock } from './api';

const SECOND = 1_000;

/**
 * Counts requests within any second. The sandbox answers faster than a service across a network: a request that waited
 * for the one before counts as later by what an answer takes at least, so that only requests at the same time are a burst.
 */
export class RequestWindow {
  readonly #clock: SandboxClock;
  readonly #answerTime: number;
  #moments: number[] = [];
  #latest = 0;
  #underWay = 0;

  /** @param answerTime milliseconds. */
  constructor(clock: SandboxClock, answerTime: number) {
    this.#clock = clock;
    this.#answerTime = answerTime;
  }

  /** @returns whether one more request within this second is allowed; if so it is counted. */
  admit(perSecond: number): boolean {
    const afterLast = this.#underWay === 0 ? this.#latest + this.#answerTime : this.#latest;
    const now = Math.max(this.#clock.now(), afterLast);
    this.#moments = this.#moments.filter((moment) => moment > now - SECOND);
    if (this.#moments.length >= perSecond) return false;
    this.#moments.push(now);
    this.#latest = now;
    this.#underWay += 1;
    return true;
  }

  /** To be called when an admitted request has had its answer. */
  leave(): void {
    this.#underWay -= 1;
  }
}
