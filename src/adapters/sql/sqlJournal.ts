import { sql } from 'kysely';
import { z } from 'zod';
import type { Journal } from '../../application/ports';
import { wholeNumber } from './columns';
import { db, insertUnlessDuplicate, select } from './database';
import { eventRow, fromEvent } from './eventRow';

const itemRow = z.object({ item_id: z.string() });
const countRow = z.object({ count: wholeNumber });
const headRow = z.object({ version: wholeNumber, hash: z.string() });

/** Events behind which the row in the table of their kind is, or of whose item it is missing; some kinds have none. */
function unread() {
  return db
    .selectFrom('journal as j')
    .leftJoin('feedback as f', (join) => join.onRef('f.id', '=', 'j.item_id'))
    .leftJoin('contact as c', (join) => join.onRef('c.id', '=', 'j.item_id'))
    .leftJoin('client as k', (join) => join.onRef('k.id', '=', 'j.item_id'))
    .leftJoin('change_request as r', (join) => join.onRef('r.id', '=', 'j.item_id'))
    .where('j.item_type', 'not in', ['person', 'settings', 'edition', 'archive'])
    .where(sql`COALESCE(f.version, r.version, c.version, k.version, 0)`, '<', sql.ref('j.item_version'));
}

/** The last event of each item. */
function lastOf(itemIds: readonly string[]) {
  const latest = db
    .selectFrom('journal')
    .where('item_id', 'in', itemIds)
    .groupBy('item_id')
    .select(['item_id', (of) => of.fn.max('item_version').as('item_version')]);
  return db
    .selectFrom('journal as j')
    .innerJoin(latest.as('latest'), (join) =>
      join.onRef('latest.item_id', '=', 'j.item_id').onRef('latest.item_version', '=', 'j.item_version'),
    )
    .selectAll('j');
}

/** Items with such events. */
function behind() {
  return unread().select('j.item_id').distinct();
}

/** The journal in Forge SQL. */
export const sqlJournal: Journal = {
  itemEvents(itemIds) {
    const events = db.selectFrom('journal').selectAll().where('item_id', 'in', itemIds);
    return select(events.orderBy('item_id').orderBy('item_version'), eventRow);
  },

  lastOfItems(itemIds) {
    return select(lastOf(itemIds), eventRow);
  },

  commandEvents(commandId) {
    const events = db.selectFrom('journal').selectAll().where('command_id', '=', commandId);
    return select(events.orderBy('command_index'), eventRow);
  },

  async head(stream) {
    const last = db.selectFrom('journal').select(['version', 'hash']).where('stream', '=', stream);
    const [head] = await select(last.orderBy('version', 'desc').limit(1), headRow);
    return head ?? null;
  },

  async changesRaised(stream) {
    const raised = db.selectFrom('journal').where('stream', '=', stream).where('type', '=', 'change.raised');
    const [found] = await select(raised.select(sql<number>`COUNT(*)`.as('count')), countRow);
    return found?.count ?? 0;
  },

  async append(events, attemptId) {
    const rows = events.map((event) => fromEvent(event, attemptId));
    return (await insertUnlessDuplicate(db.insertInto('journal').values(rows))) ? 'appended' : 'collided';
  },

  async behindOnIssue(issueId) {
    const rows = await select(behind().where('j.issue_id', '=', issueId), itemRow);
    return rows.map((row) => row.item_id);
  },

  async behindOnIssueAndLast(issueId, itemIds) {
    const rows = await select(
      unread().selectAll('j').where('j.issue_id', '=', issueId).unionAll(lastOf(itemIds)),
      eventRow,
    );
    const wanted = new Set(itemIds);
    const behindIt = rows.filter((event) => !wanted.has(event.itemId)).map((event) => event.itemId);
    return { behind: [...new Set(behindIt)], last: rows.filter((event) => wanted.has(event.itemId)) };
  },

  async behindSince(instant, limit) {
    const rows = await select(behind().where('j.at', '>=', instant).limit(limit), itemRow);
    return rows.map((row) => row.item_id);
  },

  personErasuresSince(instant) {
    const decided = db.selectFrom('journal').selectAll().where('at', '>=', instant);
    return select(decided.where('type', '=', 'person.erased').orderBy('at'), eventRow);
  },

  async itemsBehind(stream, version, limit) {
    const first = db.selectFrom('journal').select(['item_id', 'version']).where('stream', '=', stream);
    const behindIt = first.where('version', '>', version).where('item_version', '=', 1).orderBy('version').limit(limit);
    const rows = await select(behindIt, itemRow.extend({ version: wholeNumber }));
    return rows.map((row) => ({ itemId: row.item_id, version: row.version }));
  },
};
