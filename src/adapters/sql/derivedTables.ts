import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** The tables whose rows are derived from the journal, with the column that names the item they belong to. */
const ITEM_OF = {
  client_entry: 'id',
  contact_entry: 'id',
  client: 'id',
  contact: 'id',
  feedback: 'id',
  change_request: 'id',
  change_issue: 'change_id',
} as const;
export type DerivedTable = keyof typeof ITEM_OF;
export const DERIVED_TABLES = [
  'client_entry',
  'contact_entry',
  'client',
  'contact',
  'feedback',
  'change_request',
  'change_issue',
] as const;

/** Of the project's rows in the table, those that no event of the journal made. */
export function unfounded(table: DerivedTable, projectId: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`${column('project_id')} = ${projectId} AND NOT EXISTS (SELECT 1 FROM journal AS j
    WHERE j.item_id = ${column(ITEM_OF[table])} AND j.item_version = ${column('version')})`;
}
