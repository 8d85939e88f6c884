import type Database from 'libsql';
import { z } from 'zod';
import { MIGRATIONS, TABLES } from './schema';

const migratedRow = z.tuple([z.object({ user_version: z.number() })]);

/** Brings the tables to the present version, whatever version the file has. */
export function migrate(database: Database.Database): void {
  database.exec(TABLES);
  const [{ user_version: done }] = migratedRow.parse(database.prepare('PRAGMA user_version').all([]));
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index >= done) database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
