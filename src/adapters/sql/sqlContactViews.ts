import { sql } from 'kysely';
import { z } from 'zod';
import type { ContactViews } from '../../application/ports';
import type { ContactView } from '../../contract/feedback';
import { registered } from './contactJoins';
import { db, select } from './database';
import { containing, searchName } from './searchName';

const idRow = z.object({ id: z.string() });
const clientRow = z.object({ id: z.string(), name: z.string().nullable() });
const mergedRow = z.object({ id: z.string(), merged_into: z.string() });
const contactRow = clientRow.extend({ client_id: z.string(), client_name: z.string().nullable() });

/** `ESCAPE` is given because the default escape character differs between SQL engines. */
function like(column: string, typed: string) {
  return sql<boolean>`${sql.ref(column)} LIKE ${containing(typed)} ESCAPE '!'`;
}

function contacts() {
  return registered().select(['c.id', 'own.body as name', 'k.id as client_id', 'theirs.body as client_name']);
}

/** Whom each of the contacts has become, themselves where they were never merged. */
async function survivors(contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const merged = db.selectFrom('contact_entry').select(['id', 'merged_into']).where('id', 'in', contactIds);
  const rows = await select(merged.where('merged_into', 'is not', null), mergedRow);
  const into = new Map(rows.map((row) => [row.id, row.merged_into]));
  return new Map(contactIds.map((id) => [id, into.get(id) ?? id]));
}

function toContact({ id, name, client_id, client_name }: z.output<typeof contactRow>): ContactView {
  return { id, name, client: { id: client_id, name: client_name } };
}

/** The register of contacts and clients, from Forge SQL. */
export const sqlContactViews: ContactViews = {
  async named(contactIds) {
    if (contactIds.length === 0) return new Map();
    const become = await survivors(contactIds);
    const rows = await select(contacts().where('c.id', 'in', [...new Set(become.values())]), contactRow);
    const byId = new Map(rows.map((row) => [row.id, toContact(row)]));
    return new Map(
      [...become].flatMap(([id, survivor]) => {
        const contact = byId.get(survivor);
        return contact === undefined ? [] : [[id, contact]];
      }),
    );
  },

  async search(projectId, query, limit) {
    const found = contacts()
      .where('c.project_id', '=', projectId)
      .where('c.erased', '=', 0)
      .where('ce.merged_into', 'is', null)
      .where(sql`COALESCE(ce.archived, 0)`, '=', 0)
      .where(sql`COALESCE(ke.archived, 0)`, '=', 0)
      .where((by) => by.or([like('c.search_name', query), like('k.search_name', query)]))
      .orderBy('c.search_name')
      .orderBy('c.id')
      .limit(limit);
    const rows = await select(found, contactRow);
    return rows.map(toContact);
  },

  clients(projectId, query, limit) {
    const found = db
      .selectFrom('client as k')
      .leftJoin('client_entry as ke', 'ke.id', 'k.id')
      .leftJoin('erasable as own', 'own.id', 'k.name_ref')
      .select(['k.id', 'own.body as name'])
      .where('k.project_id', '=', projectId)
      .where('ke.merged_into', 'is', null)
      .where(sql`COALESCE(ke.archived, 0)`, '=', 0)
      .where(like('k.search_name', query))
      .orderBy('k.search_name')
      .orderBy('k.id')
      .limit(limit);
    return select(found, clientRow);
  },

  async findClientByName(projectId, name) {
    const same = db
      .selectFrom('client as k')
      .leftJoin('client_entry as ke', 'ke.id', 'k.id')
      .select(sql<string>`COALESCE(ke.merged_into, k.id)`.as('id'))
      .where('k.project_id', '=', projectId);
    const [found] = await select(same.where('k.search_name', '=', searchName(name)).orderBy('k.id').limit(1), idRow);
    return found?.id ?? null;
  },

  async findContactByName(clientId, name) {
    const same = registered()
      .select(sql<string>`COALESCE(ce.merged_into, c.id)`.as('id'))
      .where('k.id', '=', clientId)
      .where('c.erased', '=', 0);
    const [found] = await select(same.where('c.search_name', '=', searchName(name)).orderBy('c.id').limit(1), idRow);
    return found?.id ?? null;
  },
};
