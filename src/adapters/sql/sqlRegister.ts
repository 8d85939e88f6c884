import { sql } from 'kysely';
import { z } from 'zod';
import type { RegisterViews } from '../../application/ports';
import type { ClientCalendar, ClientLine, ContactDetails, ContactEntry } from '../../contract/register';
import { CHANNELS } from '../../contract/vocabulary';
import { wholeNumber } from './columns';
import { registered } from './contactJoins';
import { db, select } from './database';
import { containing, searchName } from './searchName';

const flag = wholeNumber.transform((value) => value === 1);

/** What was kept as JSON; a value that was erased, or that this version does not understand, is nothing. */
function json<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string()
    .nullable()
    .transform((body): z.output<Shape> | null => {
      if (body === null) return null;
      const read = shape.safeParse(JSON.parse(body));
      return read.success ? read.data : null;
    });
}

const NOTHING: ContactDetails = { role: null, language: null, timeZone: null, channel: null, hours: null };
const details = json(
  z.object({
    role: z.string().nullable(),
    language: z.string().nullable(),
    timeZone: z.string().nullable(),
    channel: z.enum(CHANNELS).nullable(),
    hours: z.object({ opens: z.number(), closes: z.number() }).nullable(),
  }) satisfies z.ZodType<ContactDetails>,
);
const calendar = json(
  z.object({
    workingDays: z.array(z.number()),
    opens: z.number(),
    closes: z.number(),
    holidays: z.array(z.string()),
    extraWorkingDays: z.array(z.string()),
  }) satisfies z.ZodType<ClientCalendar>,
);

const clientRow = z.object({
  client_id: z.string(),
  client_version: wholeNumber,
  client_name: z.string().nullable(),
  client_zone: z.string().nullable(),
  has_calendar: flag,
  client_archived: flag,
});
const contactColumns = {
  version: wholeNumber,
  name: z.string().nullable(),
  details,
  account: z.string().nullable(),
  archived: flag,
  feedback: wholeNumber,
};
const contactRow = z.object({ id: z.string(), client_id: z.string(), ...contactColumns });
/** A line is a person with their client, or a client that has nobody. */
const pageRow = clientRow.extend({ id: z.string().nullable(), ...contactColumns, version: wholeNumber.nullable() });
const totalled = pageRow.extend({ total: wholeNumber });

const FEEDBACK = sql<number>`(SELECT COUNT(*) FROM feedback AS f WHERE f.contact_id = c.id) + (SELECT COUNT(*)
  FROM contact_entry AS m JOIN feedback AS f ON f.contact_id = m.id WHERE m.merged_into = c.id)`;

function clients(projectId: string) {
  return db
    .selectFrom('client as k')
    .leftJoin('client_entry as ke', 'ke.id', 'k.id')
    .leftJoin('erasable as theirs', 'theirs.id', 'k.name_ref')
    .where('k.project_id', '=', projectId)
    .where(sql`COALESCE(ke.erased, 0)`, '=', 0)
    .where('ke.merged_into', 'is', null)
    .select(['k.id as client_id', 'k.version as client_version', 'theirs.body as client_name'])
    .select(['ke.time_zone as client_zone'])
    .select(sql<number>`CASE WHEN ke.calendar IS NULL THEN 0 ELSE 1 END`.as('has_calendar'))
    .select(sql<number>`CASE WHEN ke.archived = 1 THEN 1 ELSE 0 END`.as('client_archived'));
}

/** People by the client they now belong to, each once. */
function people(projectId: string) {
  return registered()
    .where('c.project_id', '=', projectId)
    .where('c.erased', '=', 0)
    .where('ce.merged_into', 'is', null)
    .select(['c.id', 'c.version', 'c.search_name', 'own.body as name', 'details.body as details'])
    .select(['account.account_id as account', 'k.id as client_id'])
    .select(sql<number>`CASE WHEN ce.archived = 1 THEN 1 ELSE 0 END`.as('archived'))
    .select(FEEDBACK.as('feedback'));
}

function toLine(row: z.output<typeof clientRow>): ClientLine {
  return {
    id: row.client_id,
    version: row.client_version,
    name: row.client_name,
    timeZone: row.client_zone,
    hasCalendar: row.has_calendar,
    archived: row.client_archived,
  };
}

type Person = Omit<z.output<typeof contactRow>, 'version'> & { readonly version: number | null };

function toContact(row: Person): ContactEntry {
  return {
    ...NOTHING,
    ...row.details,
    id: row.id,
    version: row.version ?? 0,
    clientId: row.client_id,
    name: row.name,
    accountId: row.account,
    archived: row.archived,
    feedback: row.feedback,
  };
}

/** `ESCAPE` is given because the default escape character differs between SQL engines. */
function like(column: string, typed: string) {
  return sql<boolean>`${sql.ref(column)} LIKE ${containing(typed)} ESCAPE '!'`;
}

/** The register of clients and contacts, from Forge SQL. */
export const sqlRegister: RegisterViews = {
  async page(projectId, { query, archived, offset, limit }) {
    const persons = people(projectId).$if(!archived, (all) => all.where(sql`COALESCE(ce.archived, 0)`, '=', 0));
    const lines = clients(projectId)
      .$if(!archived, (all) => all.where(sql`COALESCE(ke.archived, 0)`, '=', 0))
      .leftJoin(persons.as('p'), 'p.client_id', 'k.id')
      .where((by) => by.or([like('k.search_name', query), like('p.search_name', query)]))
      .select(['p.id', 'p.version', 'p.name', 'p.details', 'p.account'])
      .select(sql<number>`CASE WHEN p.archived = 1 THEN 1 ELSE 0 END`.as('archived'))
      .select(sql<number>`COALESCE(p.feedback, 0)`.as('feedback'))
      .select(sql<number>`COUNT(*) OVER ()`.as('total'))
      .orderBy('k.search_name')
      .orderBy('k.id')
      .orderBy('p.search_name')
      .orderBy('p.id')
      .limit(limit)
      .offset(offset);
    const rows = await select(lines, totalled);
    const byId = new Map(rows.map((row) => [row.client_id, toLine(row)]));
    const contacts = rows.flatMap(({ id, ...row }) => (id === null ? [] : [toContact({ ...row, id })]));
    return { total: rows[0]?.total ?? offset, lines: rows.length, clients: [...byId.values()], contacts };
  },

  async client(projectId, clientId) {
    const one = clients(projectId).where('k.id', '=', clientId).select('ke.calendar');
    const [found] = await select(one, clientRow.extend({ calendar }));
    if (found === undefined) return null;
    const { hasCalendar: _, ...line } = toLine(found);
    return { ...line, calendar: found.calendar };
  },

  async contacts(projectId, contactIds) {
    if (contactIds.length === 0) return [];
    return (await select(people(projectId).where('c.id', 'in', contactIds), contactRow)).map(toContact);
  },

  async clientsNamed(projectId, names) {
    const wanted = [...new Set(names.map(searchName))];
    const found = db
      .selectFrom('client as k')
      .leftJoin('client_entry as ke', 'ke.id', 'k.id')
      .where('k.project_id', '=', projectId)
      .where('k.search_name', 'in', wanted)
      .select([sql<string>`COALESCE(ke.merged_into, k.id)`.as('id'), 'k.search_name as name'])
      .orderBy('k.id', 'desc');
    const rows = await select(found, z.object({ id: z.string(), name: z.string() }));
    return new Map(rows.map(({ id, name }) => [name, id]));
  },

  async contactsNamed(clientIds, names) {
    if (clientIds.length === 0 || names.length === 0) return [];
    const found = registered()
      .where('k.id', 'in', clientIds)
      .where('c.search_name', 'in', [...new Set(names.map(searchName))])
      .where('c.erased', '=', 0)
      .select([sql<string>`COALESCE(ce.merged_into, c.id)`.as('id'), 'k.id as client_id', 'c.search_name as name'])
      .orderBy('c.id', 'desc');
    const rows = await select(found, z.object({ id: z.string(), client_id: z.string(), name: z.string() }));
    return rows.map((row) => ({ id: row.id, clientId: row.client_id, name: row.name }));
  },

  async calendarOf(contactId) {
    const own = registered().where('c.id', '=', contactId).select('ke.calendar');
    const [found] = await select(own, z.object({ calendar }));
    return found?.calendar ?? null;
  },

  async feedbackOf(contactIds, after, limit) {
    const given = db.selectFrom('feedback').select('id').where('contact_id', 'in', contactIds);
    const page = given.where('id', '>', after).orderBy('id').limit(limit);
    return (await select(page, z.object({ id: z.string() }))).map(({ id }) => id);
  },

  async isNamed(contactIds) {
    const said = sql`SELECT id FROM feedback WHERE contact_id IN (${sql.join(contactIds)})`;
    const asked = sql`SELECT id FROM change_request WHERE requested_by IN (${sql.join(contactIds)})
      OR decider IN (${sql.join(contactIds)})`;
    const statement = sql`${said} UNION ALL ${asked} LIMIT 1`;
    const rows = await select({ compile: () => statement.compile(db) }, z.object({ id: z.string() }));
    return rows.length > 0;
  },

  async hasContacts(clientId) {
    const one = registered().where('k.id', '=', clientId).where('c.erased', '=', 0).select('c.id').limit(1);
    return (await select(one, z.object({ id: z.string() }))).length > 0;
  },
};
