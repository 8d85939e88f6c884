import { sql } from 'kysely';
import { z } from 'zod';
import type { FeedbackRow, FeedbackViews } from '../../application/ports';
import { Refusal } from '../../application/refusal';
import { EXCERPT_LENGTH } from '../../contract/limits';
import { CHANNELS, FEEDBACK_KINDS, FEEDBACK_STATES, IMPORTANCES } from '../../contract/vocabulary';
import { wholeNumber } from './columns';
import { db, select } from './database';

const record = z.object({
  id: z.string(),
  version: wholeNumber,
  state: z.enum(FEEDBACK_STATES),
  kind: z.enum(FEEDBACK_KINDS),
  importance: z.enum(IMPORTANCES),
  channel: z.enum(CHANNELS),
  contact_id: z.string(),
  contact_name: z.string().nullable(),
  client_id: z.string(),
  client_name: z.string().nullable(),
  beginning: z.string().nullable(),
  said_on: z.string(),
  recorded_at: wholeNumber,
  updated_at: wholeNumber,
  respond_by: wholeNumber,
  resolve_by: wholeNumber.nullable(),
  responded_at: wholeNumber.nullable(),
  closed_at: wholeNumber.nullable(),
  recorded_by: z.string().nullable(),
  handled_by: z.string().nullable(),
  merged_into: z.string().nullable(),
});
const countedRecord = record.extend({ total: wholeNumber });

function toRow(from: z.output<typeof record>): FeedbackRow {
  return {
    id: from.id,
    version: from.version,
    state: from.state,
    kind: from.kind,
    importance: from.importance,
    channel: from.channel,
    contact: {
      id: from.contact_id,
      name: from.contact_name,
      client: { id: from.client_id, name: from.client_name },
    },
    beginning: from.beginning,
    saidOn: from.said_on,
    recordedAt: from.recorded_at,
    updatedAt: from.updated_at,
    respondBy: from.respond_by,
    resolveBy: from.resolve_by,
    respondedAt: from.responded_at,
    closedAt: from.closed_at,
    recordedBy: from.recorded_by,
    handledBy: from.handled_by,
    mergedInto: from.merged_into,
  };
}

/** Feedback with everything a view shows of it, in one statement; merged people and clients are those they became. */
function records() {
  return db
    .selectFrom('feedback as f')
    .leftJoin('contact_entry as said_by', 'said_by.id', 'f.contact_id')
    .innerJoin('contact as c', (join) => join.on(sql<boolean>`c.id = COALESCE(said_by.merged_into, f.contact_id)`))
    .leftJoin('client_entry as belongs', 'belongs.id', 'c.client_id')
    .innerJoin('client as k', (join) => join.on(sql<boolean>`k.id = COALESCE(belongs.merged_into, c.client_id)`))
    .leftJoin('erasable as said', 'said.id', 'f.text_ref')
    .leftJoin('erasable as contact_name', 'contact_name.id', 'c.name_ref')
    .leftJoin('erasable as client_name', 'client_name.id', 'k.name_ref')
    .leftJoin('erasable as recorder', 'recorder.id', 'f.recorded_by')
    .leftJoin('erasable as handler', 'handler.id', 'f.handled_by')
    .select(['f.id', 'f.version', 'f.state', 'f.kind', 'f.importance', 'f.channel', 'f.said_on', 'f.recorded_at'])
    .select(['f.updated_at', 'f.respond_by', 'f.resolve_by', 'f.responded_at', 'f.closed_at', 'f.merged_into'])
    .select(['c.id as contact_id', 'contact_name.body as contact_name'])
    .select(['k.id as client_id', 'client_name.body as client_name'])
    .select(['recorder.account_id as recorded_by', 'handler.account_id as handled_by'])
    .select(sql<string | null>`SUBSTR(said.body, 1, ${sql.lit(EXCERPT_LENGTH + 1)})`.as('beginning'));
}

/** Feedback as views need it, from Forge SQL. */
export const sqlFeedbackViews: FeedbackViews = {
  async page(issueId, offset, limit) {
    const page = records()
      .select(sql<number>`COUNT(*) OVER ()`.as('total'))
      .where('f.issue_id', '=', issueId)
      .orderBy('f.is_open', 'desc')
      .orderBy(sql`CASE WHEN f.due_at IS NULL THEN 1 ELSE 0 END`)
      .orderBy('f.due_at')
      .orderBy('f.updated_at', 'desc')
      .orderBy('f.id')
      .limit(limit)
      .offset(offset);
    const found = await select(page, countedRecord);
    return { total: found[0]?.total ?? offset, rows: found.map(toRow) };
  },

  async get(feedbackId) {
    const [found] = await select(records().where('f.id', '=', feedbackId), record);
    if (found === undefined) throw new Refusal('FEEDBACK_NOT_FOUND');
    return toRow(found);
  },

  async mergedOnIssue(issueId) {
    const merged = records().where('f.issue_id', '=', issueId).where('f.state', '=', 'merged').orderBy('f.recorded_at');
    return (await select(merged, record)).map(toRow);
  },
};
