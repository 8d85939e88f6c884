import type Database from 'libsql';
import { z } from 'zod';
import type { PendingEvent } from '../api';

/** What the app said about a delivery that it wants again. */
export const retryShape = z.object({ retryCount: z.number(), retryReason: z.string(), retryData: z.unknown() });
export type Retry = z.output<typeof retryShape>;

export interface NewEvent {
  readonly eventType: string;
  readonly trigger: string;
  /** Milliseconds since 1970. */
  readonly due: number;
  /** Comes before `due` in the order of delivery. */
  readonly rank: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface StoredEvent extends PendingEvent {
  readonly due: number;
  readonly retry: Retry | null;
}

const rows = z.array(
  z.object({
    id: z.number(),
    type: z.string(),
    trigger_key: z.string(),
    due: z.number(),
    attempts: z.number(),
    retry: z.string().nullable(),
    payload: z.string(),
  }),
);
const payloadShape = z.record(z.string(), z.unknown());

/** Events that the app has not taken yet. */
export class EventOutbox {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  add({ eventType, trigger, due, rank, payload }: NewEvent): void {
    this.#database
      .prepare('INSERT INTO event (type, trigger_key, due, rank, attempts, payload) VALUES (?, ?, ?, ?, 0, ?)')
      .run([eventType, trigger, Math.round(due), rank, JSON.stringify(payload)]);
  }

  /** @param until milliseconds since 1970: what is due by then. */
  list(until = Number.MAX_SAFE_INTEGER): readonly StoredEvent[] {
    const query = 'SELECT * FROM event WHERE due <= ? ORDER BY rank, due, id';
    return rows.parse(this.#database.prepare(query).all([Math.floor(until)])).map((row) => ({
      id: row.id,
      eventType: row.type,
      trigger: row.trigger_key,
      due: row.due,
      dueAt: new Date(row.due).toISOString(),
      attempts: row.attempts,
      retry: row.retry === null ? null : retryShape.parse(JSON.parse(row.retry)),
      payload: payloadShape.parse(JSON.parse(row.payload)),
    }));
  }

  remove(id: number): void {
    this.#database.prepare('DELETE FROM event WHERE id = ?').run([id]);
  }

  postpone(id: number, due: number, retry: Retry): void {
    this.#database
      .prepare('UPDATE event SET due = ?, attempts = attempts + 1, retry = ? WHERE id = ?')
      .run([Math.round(due), JSON.stringify(retry), id]);
  }

  /** Replaces what has not been tried yet by what the change makes of each event. */
  replan(change: (event: NewEvent) => readonly NewEvent[]): void {
    this.#database
      .transaction(() => {
        for (const event of this.list()) {
          if (event.attempts > 0) continue;
          const { eventType, trigger, due, payload } = event;
          this.remove(event.id);
          for (const next of change({ eventType, trigger, due, rank: 0, payload })) this.add(next);
        }
      })
      .immediate();
  }
}
