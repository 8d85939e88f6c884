import { sql } from 'kysely';
import { z } from 'zod';
import type { JournalArchive, StoredEntry } from '../../application/ports';
import { refsOf } from '../../domain/journal/found';
import type { FoundEvent, FoundValue } from '../../domain/journal/found';
import { wholeNumber } from './columns';
import { db, select } from './database';
import { DERIVED_TABLES, unfounded } from './derivedTables';
import { foundEventRow } from './eventRow';

const storedRow = z.looseObject({ version: wholeNumber });
const valueRow = z.object({
  id: z.string(),
  salt: z.string().nullable(),
  body: z.string().nullable(),
  account_id: z.string().nullable(),
});

function toValue({ salt, body, account_id }: z.output<typeof valueRow>): FoundValue {
  const value = body ?? account_id;
  // Whoever takes away only one of the two has not erased the value but damaged it.
  return salt === null && value === null
    ? { state: 'erased' }
    : { state: 'kept', salt: salt ?? '', value: value ?? '', isAccount: account_id !== null };
}

async function valuesOf(events: readonly FoundEvent[]): Promise<ReadonlyMap<string, FoundValue>> {
  const ids = [...new Set(events.flatMap(refsOf).map(({ ref }) => ref))];
  if (ids.length === 0) return new Map();
  const found = db.selectFrom('erasable').select(['id', 'salt', 'body', 'account_id']).where('id', 'in', ids);
  return new Map((await select(found, valueRow)).map((row) => [row.id, toValue(row)]));
}

function entryOf(event: FoundEvent | null, values: ReadonlyMap<string, FoundValue>): StoredEntry['entry'] {
  if (event === null) return { found: 'unreadable' };
  const own = refsOf(event).flatMap(({ ref }) => {
    const value = values.get(ref);
    return value === undefined ? [] : [[ref, value] as const];
  });
  return { found: 'event', event, values: new Map(own) };
}

/** The journal as it stands in Forge SQL. */
export const sqlJournalArchive: JournalArchive = {
  async entries(stream, after, limit) {
    const behind = db.selectFrom('journal').selectAll().where('stream', '=', stream).where('version', '>', after);
    const rows = await select(behind.orderBy('version').limit(limit), storedRow);
    const events = rows.map((row) => ({ version: row.version, event: foundEventRow.safeParse(row).data ?? null }));
    const values = await valuesOf(events.flatMap(({ event }) => (event === null ? [] : [event])));
    return events.map(({ version, event }) => ({ version, entry: entryOf(event, values) }));
  },

  async hasLostEvents(projectId) {
    for (const table of DERIVED_TABLES) {
      const lost = sql`SELECT version FROM ${sql.table(table)} WHERE ${unfounded(table, projectId)} LIMIT 1`;
      const rows = await select({ compile: () => lost.compile(db) }, z.object({ version: wholeNumber }));
      if (rows.length > 0) return true;
    }
    return false;
  },
};
