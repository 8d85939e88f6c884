import { z } from 'zod';
import type { Erasables } from '../../application/ports';
import { db, execute, select } from './database';

const valueRow = z.object({ id: z.string(), body: z.string().nullable(), account_id: z.string().nullable() });
const SWEEP_BATCH = 500;
/** Older orphans were swept by an earlier run, so the table need not be scanned whole. */
const SWEEP_WINDOW = 14 * 24 * 60 * 60 * 1000;

/** Erasable values in Forge SQL; account ids stand in a column of their own, so that they can be found. */
export function sqlErasables(now: () => number): Erasables {
  return {
    async write(projectId, attemptId, values) {
      const rows = values.map(({ id, salt, kind, value }) => ({
        id,
        project_id: projectId,
        attempt_id: attemptId,
        kind,
        salt,
        body: kind === 'account' ? null : value,
        account_id: kind === 'account' ? value : null,
        created_at: now(),
      }));
      await execute(db.insertInto('erasable').values(rows));
    },

    async read(ids) {
      if (ids.length === 0) return new Map();
      const found = db
        .selectFrom('erasable')
        .select(['id', 'body', 'account_id'])
        .where('id', 'in', [...new Set(ids)]);
      const rows = await select(found, valueRow);
      return new Map(
        rows.flatMap((row) => {
          const value = row.body ?? row.account_id;
          return value === null ? [] : [[row.id, value]];
        }),
      );
    },

    async erase(ids) {
      const nothing = { body: null, account_id: null, salt: null };
      await execute(db.updateTable('erasable').set(nothing).where('id', 'in', ids));
    },

    async refsToAccount(projectId, accountId, limit) {
      const found = db.selectFrom('erasable').select('id').where('account_id', '=', accountId);
      const rows = await select(found.where('project_id', '=', projectId).limit(limit), z.object({ id: z.string() }));
      return rows.map((row) => row.id);
    },

    async sweepOrphans(before) {
      const orphans = db
        .selectFrom('erasable as e')
        .leftJoin('journal as j', (join) => join.onRef('j.attempt_id', '=', 'e.attempt_id'))
        .where('e.created_at', '<', before)
        .where('e.created_at', '>=', before - SWEEP_WINDOW)
        .where('j.stream', 'is', null)
        .select('e.id')
        .limit(SWEEP_BATCH);
      const ids = await select(orphans, z.object({ id: z.string() }));
      if (ids.length > 0) {
        const swept = ids.map((row) => row.id);
        await execute(db.deleteFrom('erasable').where('id', 'in', swept));
      }
      return ids.length;
    },
  };
}
