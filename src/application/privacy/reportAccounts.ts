import { erasePerson } from '../../domain/people/people';
import { commit } from '../commit';
import type { Outside } from '../ports';
import { Refusal } from '../refusal';

/** An account id that is stored somewhere, and since when it is as it is. */
export interface StoredAccount {
  readonly accountId: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Which account ids are stored, and when the platform was told of them last. */
export interface StoredAccounts {
  /** Those that the platform was not told of since the instant, at most `limit`. */
  due(since: number, limit: number): Promise<readonly StoredAccount[]>;
  projectsOf(accountId: string): Promise<readonly string[]>;
  reported(accountIds: readonly string[], at: number): Promise<void>;
  /** Forgets when it told of accounts that are stored no more. */
  forgetGone(): Promise<void>;
}

/** Tells the platform of stored accounts, at most 90, and learns which are closed. */
export type AccountReport = (accounts: readonly StoredAccount[]) => Promise<readonly string[]>;

export type PrivacyOutside = Outside & { readonly accounts: StoredAccounts; readonly report: AccountReport };

const DAY = 24 * 60 * 60 * 1_000;
/** The platform wants to be told every seven days; the schedule may miss one. */
const EVERY = 6 * DAY;
const BATCH = 90;
const MOST_BATCHES = 10;

/** Erases every reference to the account, project by project: the decisions stay, the chain stays whole. */
async function eraseEverywhere(outside: PrivacyOutside, accountId: string): Promise<void> {
  for (const projectId of await outside.accounts.projectsOf(accountId)) {
    const commandId = outside.newId();
    await commit(outside, {
      viewer: 'Atlassian',
      commandId,
      projectId,
      type: 'person.erased',
      load: () => outside.journal.commandEvents(commandId),
      decide: (_, attempt) =>
        Promise.resolve([erasePerson(outside.newId(), projectId, attempt.keep('account', accountId))]),
    });
  }
}

/**
 * Tells the platform which accounts the app stores an id of, each at least once a week, and erases those that it says
 * are closed. Of an account that has changed nothing is stored that could be out of date. What dies midway is told again.
 *
 * @returns how many accounts were told of, and how many of them were erased
 * @see https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
async function reportAccounts(outside: PrivacyOutside): Promise<{ reported: number; erased: number }> {
  let [reported, erased] = [0, 0];
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const due = await outside.accounts.due(outside.now() - EVERY, BATCH);
    if (due.length === 0) break;
    const closed = await outside.report(due);
    for (const accountId of closed) await eraseEverywhere(outside, accountId);
    const told = due.map(({ accountId }) => accountId);
    await outside.accounts.reported(told, outside.now());
    reported += due.length;
    erased += closed.length;
  }
  await outside.accounts.forgetGone();
  return { reported, erased };
}

/** The same where a platform that does not answer is no failure: the next hour tells it again. */
export async function reportAccountsOrWait(outside: PrivacyOutside, log: (message: string) => void): Promise<void> {
  try {
    const { reported, erased } = await reportAccounts(outside);
    if (reported > 0) log(`told the platform of ${String(reported)} accounts, erased ${String(erased)}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log(`the report of accounts waits: ${error.code}`);
  }
}
