import type { SandboxClock } from '../../api';
import { LastMinute } from '../../lastMinute';
import { RequestWindow } from '../../requestWindow';
import { KvsFailure } from './failure';

/** @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const REQUESTS_A_SECOND = 1_000;
const UNITS_A_MINUTE = 4_000;
const UNIT_BYTES = 10 * 1024;
/** Milliseconds that an answer of the store takes at the very least. */
const ANSWER_TIME = 5;

/** How much an installation may read and write within a second and a minute. */
export class KvsLimits {
  readonly #clock: SandboxClock;
  readonly #requests: RequestWindow;
  readonly #reads: LastMinute;
  readonly #writes: LastMinute;

  constructor(clock: SandboxClock) {
    const now = () => clock.now();
    this.#clock = clock;
    this.#requests = new RequestWindow(ANSWER_TIME);
    this.#reads = new LastMinute(now);
    this.#writes = new LastMinute(now);
  }

  /** @throws KvsFailure when it is one request too many. */
  admit(): void {
    const full = this.#reads.total() >= UNITS_A_MINUTE || this.#writes.total() >= UNITS_A_MINUTE;
    if (!this.#requests.admit(REQUESTS_A_SECOND, this.#clock.now()) || full) {
      throw new KvsFailure(429, 'TOO_MANY_REQUESTS', 'More requests than an installation may make.');
    }
  }

  leave(): void {
    this.#requests.leave();
  }

  /** In bytes. */
  spend(read: number, written: number): void {
    this.#reads.add(Math.ceil(read / UNIT_BYTES));
    this.#writes.add(Math.ceil(written / UNIT_BYTES));
  }
}
