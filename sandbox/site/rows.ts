import type Database from 'libsql';
import { z } from 'zod';

const documentRow = z.array(z.object({ document: z.string() }));

/** Reads rows whose column `document` holds JSON of one shape. */
export function documents<T>(
  database: Database.Database,
  shape: z.ZodType<T>,
  query: string,
  parameters: readonly unknown[],
): readonly T[] {
  return documentRow
    .parse(database.prepare(query).all([...parameters]))
    .map((row) => shape.parse(JSON.parse(row.document)));
}
