import Database from 'libsql';

const TABLES = `
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, queue TEXT NOT NULL, job TEXT NOT NULL, body TEXT NOT NULL, origin TEXT NOT NULL,
    enqueued INTEGER NOT NULL, due INTEGER NOT NULL, rank REAL NOT NULL, attempts INTEGER NOT NULL, retry TEXT,
    copies INTEGER NOT NULL, state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_due ON message (state, due);
  CREATE INDEX IF NOT EXISTS message_job ON message (queue, job);
  CREATE TABLE IF NOT EXISTS push (origin TEXT NOT NULL, at INTEGER NOT NULL, events INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS push_origin ON push (origin);
  CREATE INDEX IF NOT EXISTS push_at ON push (at);
  CREATE TABLE IF NOT EXISTS value (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, expires INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS schedule (key TEXT PRIMARY KEY, due INTEGER NOT NULL) STRICT;
`;

/**
 * Opens the file in which the platform keeps what the app has given it: queues, schedules, values by key.
 *
 * @param file a path, or null for memory.
 */
export function openPlatform(file: string | null): Database.Database {
  const database = new Database(file ?? ':memory:', { timeout: 5_000 });
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${TABLES}`);
  return database;
}
