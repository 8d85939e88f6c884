import type Database from 'libsql';
import { z } from 'zod';

const documentRow = z.array(z.object({ document: z.string() }));
const CACHED = 200;
const caches = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** Rows of a query that is asked again and again: it is prepared once. */
export function rowsOf(database: Database.Database, query: string, parameters: readonly unknown[]): unknown[] {
  const cache = caches.get(database) ?? new Map<string, Database.Statement>();
  caches.set(database, cache);
  const known = cache.get(query) ?? database.prepare(query);
  if (cache.size >= CACHED) cache.clear();
  cache.set(query, known);
  return known.all([...parameters]);
}

/** Reads rows whose column `document` holds JSON of one shape. */
export function documents<T>(
  database: Database.Database,
  shape: z.ZodType<T>,
  query: string,
  parameters: readonly unknown[],
): readonly T[] {
  return documentRow.parse(rowsOf(database, query, parameters)).map((row) => shape.parse(JSON.parse(row.document)));
}
