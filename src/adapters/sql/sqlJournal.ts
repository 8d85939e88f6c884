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
    .where('j.item_type', 'not in', ['person', 'settings', 'edition'])
    .where(sql`COALESCE(f.version, r.version, c.version, k.version, 0)`, '<', sql.ref('j.item_version'));
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

  async lastOfItem(itemId) {
    const events = db.selectFrom('journal').selectAll().where('item_id', '=', itemId);
    const [last] = await select(events.orderBy('item_version', 'desc').limit(1), eventRow);
    return last ?? null;
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

  async behindOnIssueAndLast(issueId, itemId) {
    const last = db.selectFrom('journal').selectAll().where('item_id', '=', itemId);
    const latest = last.orderBy('item_version', 'desc').limit(1);
    const rows = await select(
      unread()
        .selectAll('j')
        .where('j.issue_id', '=', issueId)
        .unionAll(db.selectFrom(latest.as('latest')).selectAll('latest')),
      eventRow,
    );
    const behindIt = rows.filter((event) => event.itemId !== itemId).map((event) => event.itemId);
    return { behind: [...new Set(behindIt)], last: rows.find((event) => event.itemId === itemId) ?? null };
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
