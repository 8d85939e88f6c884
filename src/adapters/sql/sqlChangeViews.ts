import { sql } from 'kysely';
import { z } from 'zod';
import { CHANGE_STATES, URGENCIES } from '../../contract/changeVocabulary';
import { TIERS } from '../../contract/settings';
import type { ChangeRow, ChangeViews } from '../../application/ports';
import { Refusal } from '../../application/refusal';
import { wholeNumber } from './columns';
import { db, select } from './database';

/** More than anybody reads; a page of them is not worth its buttons. */
const MOST_CHANGES = 200;
/** Issues shared with other change requests that one answer names. */
const MOST_SHARED = 1_000;

const record = z.object({
  id: z.string(),
  version: wholeNumber,
  project_id: z.string(),
  issue_id: z.string(),
  number: wholeNumber,
  state: z.enum(CHANGE_STATES),
  title: z.string().nullable(),
  tier: z.enum(TIERS).nullable(),
  urgency: z.enum(URGENCIES),
  valid_until: z.string().nullable(),
  updated_at: wholeNumber,
  raised_by: z.string().nullable(),
  handled_by: z.string().nullable(),
});
const sharedRecord = record.extend({ shared_id: z.string() });

function toRow(from: z.output<typeof record>): ChangeRow {
  return {
    id: from.id,
    version: from.version,
    projectId: from.project_id,
    issueId: from.issue_id,
    number: from.number,
    state: from.state,
    title: from.title,
    tier: from.tier,
    urgency: from.urgency,
    validUntil: from.valid_until,
    updatedAt: from.updated_at,
    raisedBy: from.raised_by,
    handledBy: from.handled_by,
  };
}

function records() {
  return db
    .selectFrom('change_request as r')
    .leftJoin('erasable as title', 'title.id', 'r.title_ref')
    .leftJoin('erasable as raiser', 'raiser.id', 'r.raised_by')
    .leftJoin('erasable as handler', 'handler.id', 'r.handled_by')
    .select(['r.id', 'r.version', 'r.project_id', 'r.issue_id', 'r.number', 'r.state', 'r.tier', 'r.urgency'])
    .select(['r.valid_until', 'r.updated_at', 'title.body as title'])
    .select(['raiser.account_id as raised_by', 'handler.account_id as handled_by']);
}

/** Change requests as views need them, from Forge SQL. */
export const sqlChangeViews: ChangeViews = {
  async get(changeId) {
    const [found] = await select(records().where('r.id', '=', changeId), record);
    if (found === undefined) throw new Refusal('CHANGE_NOT_FOUND');
    return toRow(found);
  },

  async ofIssue(issueId) {
    const concerning = records()
      .innerJoin('change_issue as c', (join) =>
        join.onRef('c.change_id', '=', 'r.id').onRef('c.version', '>=', 'r.issues_version'),
      )
      .where('c.issue_id', '=', issueId)
      .where('c.role', '=', 'concerned');
    const sorted = concerning.orderBy('r.is_open', 'desc').orderBy('r.updated_at', 'desc').orderBy('r.id');
    return (await select(sorted.limit(MOST_CHANGES), record)).map(toRow);
  },

  async sharing(changeId) {
    const shared = records()
      .innerJoin('change_issue as theirs', (join) =>
        join.onRef('theirs.change_id', '=', 'r.id').onRef('theirs.version', '>=', 'r.issues_version'),
      )
      .innerJoin('change_issue as own', 'own.issue_id', 'theirs.issue_id')
      .innerJoin('change_request as me', (join) =>
        join.onRef('me.id', '=', 'own.change_id').onRef('own.version', '>=', 'me.issues_version'),
      )
      .where('own.change_id', '=', changeId)
      .where('r.id', '<>', changeId)
      .where('r.is_open', '=', 1)
      .select('own.issue_id as shared_id')
      .distinct()
      .orderBy('r.number')
      .orderBy('r.id')
      .orderBy(sql`own.issue_id`)
      .limit(MOST_SHARED);
    const rows = await select(shared, sharedRecord);
    const changes = new Map(rows.map((row) => [row.id, toRow(row)]));
    return [...changes.values()].map((change) => ({
      change,
      issueIds: rows.filter(({ id }) => id === change.id).map((row) => row.shared_id),
    }));
  },
};
