import type Database from 'libsql';
import { z } from 'zod';
import type { IndexedProperty, IssuePropertyStore } from '../api';
import { documents, rowsOf } from './rows';

/** A step of the site's migrations. */
export const PROPERTY_TABLE = `
  CREATE TABLE issue_property (
    issue_id TEXT NOT NULL, key TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (issue_id, key)
  ) STRICT;
`;

const keyRows = z.array(z.object({ key: z.string() }));

/** Issue properties in the site's file. */
export class IssueProperties implements IssuePropertyStore {
  readonly #database: Database.Database;
  #indexed: readonly IndexedProperty[] = [];

  constructor(database: Database.Database) {
    this.#database = database;
  }

  keys(issueId: string): readonly string[] {
    const rows = rowsOf(this.#database, 'SELECT key FROM issue_property WHERE issue_id = ? ORDER BY key', [issueId]);
    return keyRows.parse(rows).map(({ key }) => key);
  }

  find(issueId: string, key: string): unknown {
    const query = 'SELECT document FROM issue_property WHERE issue_id = ? AND key = ?';
    return documents(this.#database, z.unknown(), query, [issueId, key])[0];
  }

  write(issueId: string, key: string, value: unknown): 'created' | 'updated' {
    const known = this.find(issueId, key) !== undefined;
    const upsert = 'INSERT OR REPLACE INTO issue_property (issue_id, key, document) VALUES (?, ?, ?)';
    this.#database.prepare(upsert).run([issueId, key, JSON.stringify(value)]);
    return known ? 'updated' : 'created';
  }

  remove(issueId: string, key: string): void {
    this.#database.prepare('DELETE FROM issue_property WHERE issue_id = ? AND key = ?').run([issueId, key]);
  }

  index(declared: readonly IndexedProperty[]): void {
    this.#indexed = declared;
  }

  indexed(): readonly IndexedProperty[] {
    return this.#indexed;
  }
}
