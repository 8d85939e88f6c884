import type { SandboxClock } from '../../api';
import { RequestWindow } from '../../requestWindow';
import { SqlFailure } from './failure';
import type { StatementClass } from './policy';

/** @see https://developer.atlassian.com/platform/forge/limits-sql/ */
const CHANGES_A_SECOND = 150;
const DEFINITIONS_A_MINUTE = 25;
const MILLISECONDS_A_MINUTE = 62_500;
/** Milliseconds that an answer of Forge SQL takes at the very least. */
const ANSWER_TIME = 8;

/** A sum over the last minute, second by second. */
class LastMinute {
  readonly #clock: SandboxClock;
  #seconds = new Map<number, number>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  add(amount: number): void {
    const second = this.#now();
    this.#seconds.set(second, (this.#seconds.get(second) ?? 0) + amount);
  }

  total(): number {
    const since = this.#now() - 60;
    this.#seconds = new Map([...this.#seconds].filter(([second]) => second > since));
    return [...this.#seconds.values()].reduce((sum, amount) => sum + amount, 0);
  }

  #now(): number {
    return Math.floor(this.#clock.now() / 1_000);
  }
}

/** How much an installation may ask of its database within a second and a minute. */
export class SqlLimits {
  readonly #changes: RequestWindow;
  readonly #time: LastMinute;
  readonly #definitions: LastMinute;

  constructor(clock: SandboxClock) {
    this.#changes = new RequestWindow(clock, ANSWER_TIME);
    this.#time = new LastMinute(clock);
    this.#definitions = new LastMinute(clock);
  }

  /** @throws SqlFailure when it would be too much. */
  admit(kind: StatementClass): void {
    if (this.#time.total() >= MILLISECONDS_A_MINUTE) throw SqlFailure.tooMany('62.5 s of queries in a minute');
    if (kind === 'dml' && !this.#changes.admit(CHANGES_A_SECOND)) {
      throw SqlFailure.tooMany(`${CHANGES_A_SECOND} changes in a second`);
    }
    if (kind !== 'ddl') return;
    if (this.#definitions.total() >= DEFINITIONS_A_MINUTE) {
      throw SqlFailure.tooMany(`${DEFINITIONS_A_MINUTE} DDL statements in a minute`);
    }
    this.#definitions.add(1);
  }

  /** To be called when an admitted statement has had its answer. */
  leave(kind: StatementClass, milliseconds: number): void {
    this.#time.add(milliseconds);
    if (kind === 'dml') this.#changes.leave();
  }
}
