import type Database from 'libsql';
import { z } from 'zod';
import type { NotificationStore, SentNotification } from '../api';
import { documents } from './rows';

/** A step of the site's migrations. */
export const NOTIFICATION_TABLE = `
  CREATE TABLE notification (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, document TEXT NOT NULL
  ) STRICT;
`;

const notificationDocument: z.ZodType<SentNotification> = z.object({
  at: z.number(),
  accountId: z.string(),
  issueKey: z.string(),
  subject: z.string(),
  textBody: z.string(),
  htmlBody: z.string(),
});

/** The mail that leaves the site, in the site's file. */
export class Notifications implements NotificationStore {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  add(notification: SentNotification): void {
    const insert = 'INSERT INTO notification (account_id, document) VALUES (?, ?)';
    this.#database.prepare(insert).run([notification.accountId, JSON.stringify(notification)]);
  }

  sent(accountId?: string): readonly SentNotification[] {
    const query = 'SELECT document FROM notification WHERE account_id = COALESCE(?, account_id) ORDER BY id DESC';
    return documents(this.#database, notificationDocument, query, [accountId ?? null]);
  }
}
