import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ArchiveTables, TableRow } from '../../application/archive/archiveTable';
import type { ArchiveTable } from '../../contract/archive';
import { wholeNumber } from './columns';
import { db, select } from './database';

const text = z.string().nullable();
const instant = wholeNumber.nullable().transform((at) => (at === null ? null : new Date(at).toISOString()));
const number = wholeNumber.transform(String);

/** The columns of each table besides id and issue, in order, and how they are read. */
const SHAPES = {
  feedback: {
    ...{ state: text, kind: text, importance: text, channel: text, client: text, contact: text, body: text },
    ...{ said_on: text, recorded_at: instant, respond_by: instant, responded_at: instant, closed_at: instant },
  },
  changes: {
    ...{ number, title: text, state: text, tier: text, urgency: text, valid_until: text },
    ...{ raised_at: instant, updated_at: instant },
  },
  contacts: { client: text, contact: text },
} as const satisfies Record<ArchiveTable, Record<string, z.ZodType<string | null>>>;

const SOURCES: Readonly<Record<ArchiveTable, RawBuilder<unknown>>> = {
  feedback: sql`SELECT t.id, t.issue_id, t.state, t.kind, t.importance, t.channel, theirs.body AS client,
      own.body AS contact, said.body, t.said_on, t.recorded_at, t.respond_by, t.responded_at, t.closed_at
    FROM feedback AS t LEFT JOIN contact AS c ON c.id = t.contact_id LEFT JOIN client AS k ON k.id = c.client_id
    LEFT JOIN erasable AS said ON said.id = t.text_ref LEFT JOIN erasable AS own ON own.id = c.name_ref
    LEFT JOIN erasable AS theirs ON theirs.id = k.name_ref`,
  changes: sql`SELECT t.id, t.issue_id, t.number, named.body AS title, t.state, t.tier, t.urgency, t.valid_until,
      t.raised_at, t.updated_at
    FROM change_request AS t LEFT JOIN erasable AS named ON named.id = t.title_ref`,
  contacts: sql`SELECT t.id, NULL AS issue_id, theirs.body AS client, own.body AS contact
    FROM contact AS t LEFT JOIN client AS k ON k.id = t.client_id LEFT JOIN erasable AS own ON own.id = t.name_ref
    LEFT JOIN erasable AS theirs ON theirs.id = k.name_ref`,
};

/** Tables for people, in Forge SQL. */
export const sqlArchiveTables: ArchiveTables = {
  async rows(table, projectId, after, limit) {
    const shape: Record<string, z.ZodType<string | null>> = SHAPES[table];
    const row = z
      .object({ id: z.string(), issue_id: text, ...shape })
      .transform(({ id, issue_id, ...cells }): TableRow => ({
        id,
        issueId: issue_id,
        cells: Object.keys(shape).map((name) => z.string().nullable().parse(Reflect.get(cells, name))),
      }));
    const page = sql`${SOURCES[table]} WHERE t.project_id = ${projectId} AND t.id > ${after}
      ORDER BY t.id LIMIT ${sql.lit(limit)}`;
    return select({ compile: () => page.compile(db) }, row);
  },
};
