import { sql } from 'kysely';
import type { Compilable } from 'kysely';
import { db } from './database';
import type { DerivedTable } from './derivedTables';
import type { Database } from './schema';

/**
 * Inserts rows; where one exists, takes the new values unless its version is higher. Rows of the same version are
 * written again, so that deriving anew mends them.
 * `version` is assigned last because MySQL assigns from left to right and the others compare with it.
 */
export function upsertUnlessOlder<Table extends DerivedTable>(
  table: Table,
  [first, ...others]: readonly [Database[Table], ...Database[Table][]],
): Compilable {
  const isVersion = (column: string) => column === 'version';
  const columns = Object.keys(first).toSorted((a, b) => Number(isVersion(a)) - Number(isVersion(b)));
  const values = [first, ...others].map((row) => {
    const byColumn = new Map<string, unknown>(Object.entries(row));
    return sql`(${sql.join(columns.map((column) => byColumn.get(column)))})`;
  });
  const updates = columns
    .filter((column) => column !== 'id')
    .map((column) => {
      const name = sql.ref(column);
      return sql`${name} = CASE WHEN VALUES(version) >= version THEN VALUES(${name}) ELSE ${name} END`;
    });
  const statement = sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    VALUES ${sql.join(values)} ON DUPLICATE KEY UPDATE ${sql.join(updates)}`;
  return { compile: () => statement.compile(db) };
}
