import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { MirrorStore } from '../../application/mirror/ports';
import { db, execute, select } from './database';
import { upsert } from './mirrorUpsert';

type Notes = Pick<
  MirrorStore,
  | 'noteIssue'
  | 'noteKnown'
  | 'noteProject'
  | 'refreshed'
  | 'note'
  | 'noteChildren'
  | 'noteChildrenElsewhere'
  | 'noteUnseen'
  | 'dirty'
  | 'clean'
>;

const dirtyRow = z.object({ issue_id: z.string(), mark: z.string() }).transform(({ issue_id, mark }) => ({
  id: issue_id,
  mark,
}));

/** More in one statement would take more memory than the platform gives it; the next count finds the rest. */
const MOST_AT_ONCE = 5_000;

/** Notes the issues that the condition chooses among those mirrored. */
async function noteWhere(mark: string, condition: RawBuilder<unknown>): Promise<void> {
  const statement = sql`INSERT INTO mirror_dirty (issue_id, mark)
    SELECT id, ${mark} FROM mirror_issue WHERE ${condition} ON DUPLICATE KEY UPDATE mark = VALUES(mark)`;
  await execute({ compile: () => statement.compile(db) });
}

/** What is to be read anew, in Forge SQL. */
export const mirrorNotes: Notes = {
  async noteIssue(issueId, projectId, mark) {
    const statement = sql`INSERT INTO mirror_dirty (issue_id, mark)
      SELECT ${issueId}, ${mark} FROM (SELECT 1 AS one) AS one
      WHERE EXISTS (SELECT 1 FROM mirror_project WHERE id = ${projectId ?? ''} AND state <> 'gone')
        OR EXISTS (SELECT 1 FROM mirror_issue WHERE id = ${issueId})
      ON DUPLICATE KEY UPDATE mark = VALUES(mark)`;
    await execute({ compile: () => statement.compile(db) });
  },

  noteKnown: (issueIds, mark) => noteWhere(mark, sql`id IN (${sql.join(issueIds)})`),

  async noteProject(projectId, mark, restored) {
    const changes = restored ? { refresh_mark: mark, rebuilt_at: null } : { refresh_mark: mark };
    await execute(db.updateTable('mirror_project').set(changes).where('id', '=', projectId));
  },

  async refreshed(projectId, mark) {
    const own = db.updateTable('mirror_project').where('id', '=', projectId).where('refresh_mark', '=', mark);
    await execute(own.set({ refresh_mark: null }));
  },

  async note(issueIds, mark) {
    const rows = issueIds.map((issue_id) => ({ issue_id, mark }));
    const statement = upsert('mirror_dirty', rows, { mark: sql`VALUES(mark)` });
    if (statement !== null) await execute(statement);
  },

  noteChildren: (parentIds, mark) => noteWhere(mark, sql`parent_id IN (${sql.join(parentIds)}) AND gone = 0`),

  noteChildrenElsewhere: (projectId, mark) =>
    noteWhere(
      mark,
      sql`gone = 0 AND project_id <> ${projectId}
        AND parent_id IN (SELECT id FROM mirror_issue WHERE project_id = ${projectId})`,
    ),

  noteUnseen: (projectId, before, mark) =>
    noteWhere(mark, sql`project_id = ${projectId} AND gone = 0 AND seen_at < ${before} LIMIT ${sql.lit(MOST_AT_ONCE)}`),

  dirty: (limit) =>
    select(db.selectFrom('mirror_dirty').select(['issue_id', 'mark']).orderBy('mark').limit(limit), dirtyRow),

  async clean(dirty) {
    const ids = dirty.map(({ id }) => id);
    const marks = [...new Set(dirty.map(({ mark }) => mark))];
    await execute(db.deleteFrom('mirror_dirty').where('issue_id', 'in', ids).where('mark', 'in', marks));
  },
};
