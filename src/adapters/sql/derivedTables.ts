import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** The tables whose rows are derived from the journal. */
export const DERIVED_TABLES = ['client', 'contact', 'feedback'] as const;
export type DerivedTable = (typeof DERIVED_TABLES)[number];

/** Of the project's rows in the table, those that no event of the journal made. */
export function unfounded(table: DerivedTable, projectId: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`${column('project_id')} = ${projectId} AND NOT EXISTS (SELECT 1 FROM journal AS j
    WHERE j.item_id = ${column('id')} AND j.item_version = ${column('version')})`;
}
