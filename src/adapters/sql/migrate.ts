import { getAppContext } from '@forge/api';
import { migrationRunner } from '@forge/sql';
import { Refusal } from '../../application/refusal';
import { MIGRATIONS } from './migrations';

for (const { name, statement } of MIGRATIONS) migrationRunner.enqueue(name, statement);

/** By invocation, so that nothing passes from one installation to another. */
const running = new Map<string, Promise<readonly string[]>>();

async function run(): Promise<readonly string[]> {
  try {
    return await migrationRunner.run();
  } catch (error) {
    throw new Refusal('STORAGE_NOT_READY', { retryAfterSeconds: 30, cause: error });
  }
}

/**
 * Makes the tables that are missing. Several invocations may do so at once: every statement is safe to run twice. An
 * invocation whose statements find no tables side by side makes them once: 25 DDL statements a minute are all there
 * are.
 *
 * @returns the names of the migrations that ran
 * @throws Refusal `STORAGE_NOT_READY`
 * @see https://developer.atlassian.com/platform/forge/limits-sql/
 */
export async function migrate(): Promise<readonly string[]> {
  const { invocationId } = getAppContext();
  const begun = running.get(invocationId) ?? run();
  running.set(invocationId, begun);
  try {
    return await begun;
  } finally {
    running.delete(invocationId);
  }
}
