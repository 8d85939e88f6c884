import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryAnswers } from '../../application/summary/ports';
import type { Viewer } from '../../application/ports';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';

/** For some minutes after an upgrade, what is kept may be a list of ids alone. */
const body = z.union([
  z.object({ ids: z.array(z.string()), total: z.number() }),
  z.array(z.string()).transform((ids) => ({ ids, total: ids.length })),
]);
const row = z
  .object({ ids: z.string(), is_last: wholeNumber })
  .transform(({ ids, is_last }) => ({ ...body.parse(JSON.parse(ids)), isLast: is_last === 1 }));
const KEPT = 24 * 60 * 60 * 1000;

/** Neither the query nor who asked can be read from it. */
function idOf({ accountId }: Viewer, jql: string): string {
  return createHash('sha256')
    .update(JSON.stringify([accountId, jql]))
    .digest('hex');
}

/** Answers to queries in Forge SQL; those of the day before are dropped when a new one comes. */
export const sqlQueryAnswers: QueryAnswers = {
  async find(viewer, jql, since) {
    const kept = db.selectFrom('query_answer').select(['ids', 'is_last']).where('id', '=', idOf(viewer, jql));
    return (await select(kept.where('at', '>=', since), row))[0] ?? null;
  },

  async keep(viewer, jql, { ids, isLast, total }, now) {
    const values = { id: idOf(viewer, jql), ids: JSON.stringify({ ids, total }), is_last: isLast ? 1 : 0, at: now };
    const taken = { ids: sql<string>`VALUES(ids)`, is_last: sql<number>`VALUES(is_last)`, at: sql<number>`VALUES(at)` };
    await execute(db.insertInto('query_answer').values(values).onDuplicateKeyUpdate(taken));
    await execute(db.deleteFrom('query_answer').where('at', '<', now - KEPT));
  },
};
