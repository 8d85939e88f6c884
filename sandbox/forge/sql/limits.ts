import type { SandboxClock, SqlQuota, SqlRates } from '../../api';
import { RequestWindow } from '../../requestWindow';
import { SqlFailure } from './failure';
import type { StatementClass } from './policy';

/** @see https://developer.atlassian.com/platform/forge/limits-sql/ */
const DEFAULTS: SqlRates = {
  changesPerSecond: 150,
  queryMillisecondsPerMinute: 62_500,
  definitionsPerMinute: null,
};
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
export class SqlLimits implements SqlQuota {
  #rates = DEFAULTS;
  readonly #changes: RequestWindow;
  readonly #time: LastMinute;
  readonly #definitions: LastMinute;

  constructor(clock: SandboxClock) {
    this.#changes = new RequestWindow(clock, ANSWER_TIME);
    this.#time = new LastMinute(clock);
    this.#definitions = new LastMinute(clock);
  }

  set(change: Partial<SqlRates>): void {
    this.#rates = { ...this.#rates, ...change };
  }

  reset(): void {
    this.#rates = DEFAULTS;
  }

  /** @throws SqlFailure when it would be too much. */
  admit(kind: StatementClass): void {
    const { changesPerSecond, definitionsPerMinute, queryMillisecondsPerMinute } = this.#rates;
    if (this.#time.total() >= queryMillisecondsPerMinute) {
      throw SqlFailure.tooMany(`${queryMillisecondsPerMinute} ms of queries in a minute`);
    }
    if (kind === 'dml' && !this.#changes.admit(changesPerSecond)) {
      throw SqlFailure.tooMany(`${changesPerSecond} changes in a second`);
    }
    if (kind !== 'ddl') return;
    if (definitionsPerMinute !== null && this.#definitions.total() >= definitionsPerMinute) {
      throw SqlFailure.tooMany(`${definitionsPerMinute} DDL statements in a minute`);
    }
    this.#definitions.add(1);
  }

  /** To be called when an admitted statement has had its answer. */
  leave(kind: StatementClass, milliseconds: number): void {
    this.#time.add(milliseconds);
    if (kind === 'dml') this.#changes.leave();
  }
}
