import type Database from 'libsql';
import { z } from 'zod';
import { rowsOf } from '../../site/rows';

/** Milliseconds for which what has expired may still be read. */
const LINGERING = 48 * 3_600_000;

const rows = z.array(
  z.object({
    key: z.string(),
    value: z.string(),
    created: z.number(),
    updated: z.number(),
    expires: z.number().nullable(),
  }),
);

export interface StoredValue {
  readonly key: string;
  /** JSON. */
  readonly value: string;
  readonly created: number;
  readonly updated: number;
  /** Milliseconds since 1970. */
  readonly expires: number | null;
}

export type Write =
  | { readonly key: string; readonly value: string; readonly expires: number | null }
  | { readonly key: string; readonly value: null };

/** Values by key, in the order of their keys. */
export class Values {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  find(key: string, now: number): StoredValue | null {
    const query = 'SELECT * FROM value WHERE key = ? AND (expires IS NULL OR expires > ?)';
    return rows.parse(rowsOf(this.#database, query, [key, now - LINGERING]))[0] ?? null;
  }

  list(prefix: string, after: string, limit: number, now: number): readonly StoredValue[] {
    const query =
      'SELECT * FROM value WHERE key > ? AND substr(key, 1, ?) = ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?';
    return rows.parse(rowsOf(this.#database, query, [after, prefix.length, prefix, now - LINGERING, limit]));
  }

  /** All or none. */
  write(writes: readonly Write[], now: number): void {
    const set = this.#database.prepare(
      `INSERT INTO value (key, value, created, updated, expires) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, updated = excluded.updated, expires = excluded.expires`,
    );
    const remove = this.#database.prepare('DELETE FROM value WHERE key = ?');
    this.#database
      .transaction(() => {
        for (const write of writes) {
          if (write.value === null) remove.run([write.key]);
          else set.run([write.key, write.value, now, now, write.expires]);
        }
      })
      .immediate();
  }
}
