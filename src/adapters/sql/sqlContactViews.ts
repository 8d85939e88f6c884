import { sql } from 'kysely';
import { z } from 'zod';
import type { ContactViews } from '../../application/ports';
import type { ContactView } from '../../contract/feedback';
import { db, select } from './database';
import { containing, searchName } from './searchName';

const idRow = z.object({ id: z.string() });
const clientRow = z.object({ id: z.string(), name: z.string().nullable() });
const contactRow = clientRow.extend({ client_id: z.string(), client_name: z.string().nullable() });

/** `ESCAPE` is given because the default escape character differs between SQL engines. */
function like(column: string, typed: string) {
  return sql<boolean>`${sql.ref(column)} LIKE ${containing(typed)} ESCAPE '!'`;
}

function contacts() {
  return db
    .selectFrom('contact as c')
    .innerJoin('client as k', 'k.id', 'c.client_id')
    .leftJoin('erasable as own', 'own.id', 'c.name_ref')
    .leftJoin('erasable as theirs', 'theirs.id', 'k.name_ref')
    .select(['c.id', 'own.body as name', 'k.id as client_id', 'theirs.body as client_name']);
}

function toContact({ id, name, client_id, client_name }: z.output<typeof contactRow>): ContactView {
  return { id, name, client: { id: client_id, name: client_name } };
}

/** The register of contacts and clients, from Forge SQL. */
export const sqlContactViews: ContactViews = {
  async named(contactIds) {
    if (contactIds.length === 0) return new Map();
    const rows = await select(contacts().where('c.id', 'in', contactIds), contactRow);
    return new Map(rows.map((row) => [row.id, toContact(row)]));
  },

  async search(projectId, query, limit) {
    const found = contacts()
      .where('c.project_id', '=', projectId)
      .where('c.erased', '=', 0)
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
      .leftJoin('erasable as own', 'own.id', 'k.name_ref')
      .select(['k.id', 'own.body as name'])
      .where('k.project_id', '=', projectId)
      .where(like('k.search_name', query))
      .orderBy('k.search_name')
      .orderBy('k.id')
      .limit(limit);
    return select(found, clientRow);
  },

  async findClientByName(projectId, name) {
    const same = db.selectFrom('client').select('id').where('project_id', '=', projectId);
    const [found] = await select(same.where('search_name', '=', searchName(name)).orderBy('id').limit(1), idRow);
    return found?.id ?? null;
  },

  async findContactByName(clientId, name) {
    const same = db.selectFrom('contact').select('id').where('client_id', '=', clientId).where('erased', '=', 0);
    const [found] = await select(same.where('search_name', '=', searchName(name)).orderBy('id').limit(1), idRow);
    return found?.id ?? null;
  },
};
