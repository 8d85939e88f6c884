import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { StoredAccounts } from '../../application/privacy/reportAccounts';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';

const accountRow = z
  .object({ account_id: z.string(), since: wholeNumber })
  .transform(({ account_id, since }) => ({ accountId: account_id, since }));
const projectRow = z.object({ project_id: z.string() });
const compiled = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(db) });

/** Account ids stand in one column of one table, in Forge SQL. */
export const sqlStoredAccounts: StoredAccounts = {
  due: (since, limit) =>
    select(
      compiled(sql`SELECT e.account_id, MAX(COALESCE(r.reported_at, e.created_at)) AS since FROM erasable AS e
        LEFT JOIN account_report AS r ON r.account_id = e.account_id
        WHERE e.account_id IS NOT NULL AND (r.reported_at IS NULL OR r.reported_at < ${since})
        GROUP BY e.account_id ORDER BY e.account_id LIMIT ${sql.lit(limit)}`),
      accountRow,
    ),

  async projectsOf(accountId) {
    const found = sql`SELECT DISTINCT project_id FROM erasable WHERE account_id = ${accountId} ORDER BY project_id`;
    return (await select(compiled(found), projectRow)).map(({ project_id }) => project_id);
  },

  async reported(accountIds, at) {
    const rows = accountIds.map((accountId) => sql`(${accountId}, ${at})`);
    await execute(
      compiled(sql`INSERT INTO account_report (account_id, reported_at) VALUES ${sql.join(rows)}
        ON DUPLICATE KEY UPDATE reported_at = VALUES(reported_at)`),
    );
  },

  forgetGone: () =>
    execute(
      compiled(sql`DELETE FROM account_report
        WHERE NOT EXISTS (SELECT 1 FROM erasable AS e WHERE e.account_id = account_report.account_id)`),
    ),
};
