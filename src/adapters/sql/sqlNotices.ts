import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { NoticeStore } from '../../application/notices/ports';
import { wholeNumber } from './columns';
import { db, execute, insertUnlessDuplicate, select } from './database';

const AWAITING = 'awaitingDecision';
const projectRow = z.object({ project_id: z.string() });
const recipientRow = z.object({ recipient: z.string() });
const waitingRow = z
  .object({
    issue_id: z.string(),
    what: z.enum(['response', 'resolution', 'decision']),
    since: wholeNumber,
    number: wholeNumber.nullable(),
    recorder: z.string().nullable(),
    handler: z.string().nullable(),
  })
  .transform(({ issue_id, ...row }) => ({ issueId: issue_id, ...row }));

/** An account of a project: nothing in it tells the account, so nothing of it is to be erased or reported. */
function digest(projectId: string, accountId: string): string {
  return createHash('sha256').update(`${projectId}:${accountId}`, 'utf8').digest('hex');
}

function overdueFeedback(now: number) {
  return db.selectFrom('feedback as f').where('f.is_open', '=', 1).where('f.due_at', '<', now);
}

function waitingChanges() {
  return db.selectFrom('change_request as r').where('r.state', '=', AWAITING);
}

/** What waits for the team, and who has been told of it, in Forge SQL. */
export const sqlNotices: NoticeStore = {
  async projects(now) {
    const both = overdueFeedback(now).select('f.project_id').union(waitingChanges().select('r.project_id'));
    return (await select(both, projectRow)).map((row) => row.project_id);
  },

  waiting(projectId, now, limit) {
    const feedback = overdueFeedback(now)
      .leftJoin('erasable as recorder', 'recorder.id', 'f.recorded_by')
      .leftJoin('erasable as handler', 'handler.id', 'f.handled_by')
      .where('f.project_id', '=', projectId)
      .select([
        'f.issue_id',
        sql<string>`CASE WHEN f.responded_at IS NULL THEN 'response' ELSE 'resolution' END`.as('what'),
        'f.due_at as since',
        sql<number | null>`NULL`.as('number'),
        'recorder.account_id as recorder',
        'handler.account_id as handler',
      ]);
    const changes = waitingChanges()
      .leftJoin('erasable as recorder', 'recorder.id', 'r.raised_by')
      .leftJoin('erasable as handler', 'handler.id', 'r.handled_by')
      .where('r.project_id', '=', projectId)
      .select([
        'r.issue_id',
        sql<string>`'decision'`.as('what'),
        'r.updated_at as since',
        'r.number',
        'recorder.account_id as recorder',
        'handler.account_id as handler',
      ]);
    return select(feedback.unionAll(changes).orderBy('since').orderBy('issue_id').limit(limit), waitingRow);
  },

  async told(projectId, accountIds, day) {
    if (accountIds.length === 0) return new Set();
    const byDigest = new Map(accountIds.map((accountId) => [digest(projectId, accountId), accountId]));
    const found = db
      .selectFrom('notice')
      .select('recipient')
      .where('project_id', '=', projectId)
      .where('recipient', 'in', [...byDigest.keys()])
      .where('day', '=', day);
    const rows = await select(found, recipientRow);
    return new Set(rows.flatMap(({ recipient }) => byDigest.get(recipient) ?? []));
  },

  claim: (projectId, accountId, day) =>
    insertUnlessDuplicate(
      db.insertInto('notice').values({ project_id: projectId, recipient: digest(projectId, accountId), day }),
    ),

  release: (projectId, accountId, day) =>
    execute(
      db
        .deleteFrom('notice')
        .where('project_id', '=', projectId)
        .where('recipient', '=', digest(projectId, accountId))
        .where('day', '=', day),
    ),

  forget: (before) => execute(db.deleteFrom('notice').where('day', '<', before)),
};
