import { migrationRunner } from '@forge/sql';
import { Refusal } from '../../application/refusal';
import { MIGRATIONS } from './migrations';

for (const { name, statement } of MIGRATIONS) migrationRunner.enqueue(name, statement);

/**
 * Makes the tables that are missing. Several invocations may do so at once: every statement is safe to run twice.
 *
 * @returns the names of the migrations that ran
 * @throws Refusal `STORAGE_NOT_READY`
 */
export async function migrate(): Promise<readonly string[]> {
  try {
    return await migrationRunner.run();
  } catch (error) {
    throw new Refusal('STORAGE_NOT_READY', { retryAfterSeconds: 30, cause: error });
  }
}
