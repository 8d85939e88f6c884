import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import { z } from 'zod';
import { rowsOf } from '../../site/rows';
import { retryShape, type Retry } from '../../site/outbox';

const bodyShape = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().optional(),
  concurrency: z.object({ key: z.string(), limit: z.number() }).optional(),
});
/** An event as the app pushed it. */
export type PushedEvent = z.output<typeof bodyShape>;

const rows = z.array(
  z.object({
    id: z.string(),
    queue: z.string(),
    job: z.string(),
    body: z.string(),
    origin: z.string(),
    enqueued: z.number(),
    due: z.number(),
    attempts: z.number(),
    copies: z.number(),
    retry: z.string().nullable(),
  }),
);
const statsRows = z.array(z.object({ state: z.string(), total: z.number() }));
const sumRow = z.tuple([z.object({ total: z.number() })]);

export interface NewMessage {
  readonly queue: string;
  readonly job: string;
  readonly event: PushedEvent;
  /** The invocation with which the chain of pushes began. */
  readonly origin: string;
  readonly enqueued: number;
  readonly due: number;
}

export interface Message extends NewMessage {
  readonly id: string;
  readonly attempts: number;
  /** How often it is still to be delivered, however often it succeeds. */
  readonly copies: number;
  readonly retry: Retry | null;
}

/** How a delivery shall go wrong: when, in which order and how often. */
export interface Spoiling {
  readonly due: number;
  readonly rank: number;
  readonly copies: number;
}

/** The queues' events and what became of them. */
export class Messages {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Takes the events of one push, all or none. */
  push(messages: readonly NewMessage[], spoil: (due: number) => Spoiling): void {
    const insert = this.#database.prepare(
      "INSERT INTO message (id, queue, job, body, origin, enqueued, due, rank, copies, attempts, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'waiting')",
    );
    this.#database
      .transaction(() => {
        for (const { queue, job, event, origin, enqueued, due } of messages) {
          const spoiled = spoil(due);
          const timing = [enqueued, Math.round(spoiled.due), spoiled.rank, spoiled.copies];
          insert.run([randomUUID(), queue, job, JSON.stringify(event), origin, ...timing]);
        }
        const [first] = messages;
        if (!first) return;
        this.#database
          .prepare('INSERT INTO push (origin, at, events) VALUES (?, ?, ?)')
          .run([first.origin, first.enqueued, messages.length]);
      })
      .immediate();
  }

  waiting(until = Number.MAX_SAFE_INTEGER): readonly Message[] {
    const query = "SELECT * FROM message WHERE state = 'waiting' AND due <= ? ORDER BY rank, due, rowid";
    return rows.parse(rowsOf(this.#database, query, [Math.floor(until)])).map(({ body, retry, ...row }) => ({
      ...row,
      event: bodyShape.parse(JSON.parse(body)),
      retry: retry === null ? null : retryShape.parse(JSON.parse(retry)),
    }));
  }

  isWaiting(id: string): boolean {
    return rowsOf(this.#database, "SELECT 1 FROM message WHERE id = ? AND state = 'waiting'", [id]).length > 0;
  }

  replan(spoil: (due: number) => Spoiling): void {
    const update = this.#database.prepare('UPDATE message SET due = ?, rank = ?, copies = ? WHERE id = ?');
    for (const { id, due, attempts } of this.waiting()) {
      if (attempts > 0) continue;
      const spoiled = spoil(due);
      update.run([Math.round(spoiled.due), spoiled.rank, spoiled.copies, id]);
    }
  }

  postpone(id: string, due: number, retry: Retry): void {
    this.#database
      .prepare('UPDATE message SET due = ?, attempts = attempts + 1, retry = ? WHERE id = ?')
      .run([Math.round(due), JSON.stringify(retry), id]);
  }

  /** One copy less; the last one settles it. */
  succeed(id: string): void {
    this.#database
      .prepare(
        "UPDATE message SET copies = copies - 1, attempts = attempts + 1, state = CASE WHEN copies <= 1 THEN 'success' ELSE state END WHERE id = ?",
      )
      .run([id]);
  }

  fail(id: string): void {
    this.#database.prepare("UPDATE message SET state = 'failed' WHERE id = ?").run([id]);
  }

  /** @returns null when the queue has no such job. */
  stats(queue: string, job: string): Readonly<Record<'success' | 'inProgress' | 'failed', number>> | null {
    const query = 'SELECT state, count(*) AS total FROM message WHERE queue = ? AND job = ? GROUP BY state';
    const found = statsRows.parse(rowsOf(this.#database, query, [queue, job]));
    const of = (state: string) => found.find((row) => row.state === state)?.total ?? 0;
    return found.length === 0 ? null : { success: of('success'), inProgress: of('waiting'), failed: of('failed') };
  }

  cancel(queue: string, job: string): void {
    this.#database
      .prepare("UPDATE message SET state = 'cancelled' WHERE queue = ? AND job = ? AND state = 'waiting'")
      .run([queue, job]);
  }

  /** Pushes of the chain that began with this invocation. */
  pushesOf(origin: string): number {
    const query = 'SELECT count(*) AS total FROM push WHERE origin = ?';
    return sumRow.parse(rowsOf(this.#database, query, [origin]))[0].total;
  }

  eventsSince(at: number): number {
    const query = 'SELECT coalesce(sum(events), 0) AS total FROM push WHERE at > ?';
    return sumRow.parse(rowsOf(this.#database, query, [at]))[0].total;
  }
}
