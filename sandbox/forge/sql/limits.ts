import type { SandboxClock, SqlQuota, SqlRates } from '../../api';
import { LastMinute } from '../../lastMinute';
import { RequestWindow } from '../../requestWindow';
import { SqlFailure } from './failure';
import type { StatementClass } from './policy';

/** @see https://developer.atlassian.com/platform/forge/limits-sql/ */
const DOCUMENTED: SqlRates = { changesPerSecond: 150, definitionsPerMinute: 25 };
const UNLIMITED: SqlRates = { changesPerSecond: null, definitionsPerMinute: null };
const MILLISECONDS_A_MINUTE = 62_500;
/** Milliseconds that an answer of Forge SQL takes at the very least. */
const ANSWER_TIME = 8;

/** How much an installation may ask of its database within a second and a minute. */
export class SqlLimits implements SqlQuota {
  readonly documented = DOCUMENTED;
  #rates = UNLIMITED;
  readonly #clock: SandboxClock;
  readonly #changes = new RequestWindow(ANSWER_TIME);
  /** Statements take the machine's time, whatever the sandbox's clock says. */
  readonly #time = new LastMinute(() => performance.now());
  readonly #definitions: LastMinute;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
    this.#definitions = new LastMinute(() => clock.now());
  }

  set(change: Partial<SqlRates>): void {
    this.#rates = { ...this.#rates, ...change };
  }

  reset(): void {
    this.#rates = UNLIMITED;
  }

  /** @throws SqlFailure when it would be too much. */
  admit(kind: StatementClass): void {
    const { changesPerSecond, definitionsPerMinute } = this.#rates;
    if (this.#time.total() >= MILLISECONDS_A_MINUTE) throw SqlFailure.tooMany('62.5 s of queries in a minute');
    if (kind === 'dml' && changesPerSecond !== null && !this.#changes.admit(changesPerSecond, this.#clock.now())) {
      throw SqlFailure.tooMany(`${changesPerSecond} changes in a second`);
    }
    if (kind !== 'ddl' || definitionsPerMinute === null) return;
    if (this.#definitions.total() >= definitionsPerMinute) {
      throw SqlFailure.tooMany(`${definitionsPerMinute} DDL statements in a minute`);
    }
    this.#definitions.add(1);
  }

  /** To be called when a statement has had its answer. */
  leave(kind: StatementClass, milliseconds: number): void {
    this.#time.add(milliseconds);
    if (kind === 'dml') this.#changes.leave();
  }
}
