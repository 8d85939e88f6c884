import { sql } from 'kysely';
import { z } from 'zod';
import type { PageNotes } from '../../application/byline/ports';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';

const noteRow = z
  .object({ page_id: z.string(), notes: wholeNumber })
  .transform(({ page_id, notes }) => ({ pageId: page_id, notes }));

/** Pages whose byline may be out of step, in Forge SQL. */
export const sqlPageNotes: PageNotes = {
  async note(pageId, from) {
    const values = { page_id: pageId, notes: 1, due_at: from };
    const again = { notes: sql<number>`notes + 1`, due_at: sql<number>`VALUES(due_at)` };
    await execute(db.insertInto('page_note').values(values).onDuplicateKeyUpdate(again));
  },

  due: (now, limit) =>
    select(
      db
        .selectFrom('page_note')
        .select(['page_id', 'notes'])
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('page_id')
        .limit(sql.lit(limit)),
      noteRow,
    ),

  async done({ pageId, notes }) {
    await execute(db.deleteFrom('page_note').where('page_id', '=', pageId).where('notes', '=', notes));
  },

  async pause(until) {
    await execute(db.updateTable('page_note').set({ due_at: until }).where('due_at', '<', until));
  },
};
