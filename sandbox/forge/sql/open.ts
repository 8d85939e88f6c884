import { join } from 'node:path';
import type { SqlEngine } from './engine';
import { LibsqlEngine } from './libsqlEngine';
import { openMariadb } from './mariadbEngine';

/** Opens the app's database: libSQL in the folder (or in memory), or MariaDB when an address is given. */
export async function openEngine(directory: string | null, url: string | undefined): Promise<SqlEngine> {
  if (url !== undefined) return openMariadb(url, directory);
  return new LibsqlEngine(directory === null ? null : join(directory, 'app.db'));
}
