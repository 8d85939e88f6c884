import { startMariaDb } from '../mariadb';
import type { MariaDb } from '../mariadb';
import buildBackEnd from './back-end';

let running: MariaDb | null = null;

/** Builds the back end and starts a MariaDB, unless `COUNTERSIGN_TEST_SQL` names one; the test files inherit its address. */
export default async function startOnce(): Promise<void> {
  await buildBackEnd();
  if (process.env['COUNTERSIGN_TEST_SQL'] !== undefined) return;
  running = await startMariaDb();
  process.env['COUNTERSIGN_TEST_SQL'] = running.url;
}

export async function stopRunning(): Promise<void> {
  await running?.stop();
  running = null;
}
