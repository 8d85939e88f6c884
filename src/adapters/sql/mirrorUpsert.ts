import { sql } from 'kysely';
import type { Compilable, RawBuilder } from 'kysely';
import { db } from './database';
import type { MirrorDatabase } from './mirrorSchema';

type Assignments = Readonly<Record<string, RawBuilder<unknown>>>;

/**
 * Inserts rows; where one exists, makes the assignments, in their order: MySQL lets a later one see the earlier.
 *
 * @returns null when there are no rows
 */
export function upsert<Table extends keyof MirrorDatabase>(
  table: Table,
  rows: readonly MirrorDatabase[Table][],
  assignments: Assignments,
): Compilable | null {
  const [first] = rows;
  if (first === undefined) return null;
  const columns = Object.keys(first);
  const values = rows.map((row) => {
    const byColumn = new Map<string, unknown>(Object.entries(row));
    return sql`(${sql.join(columns.map((column) => byColumn.get(column)))})`;
  });
  const updates = Object.entries(assignments).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const statement = sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    VALUES ${sql.join(values)} ON DUPLICATE KEY UPDATE ${sql.join(updates)}`;
  return { compile: () => statement.compile(db) };
}

const given = (column: string) => sql`VALUES(${sql.ref(column)})`;
const higher = (column: string) => sql`GREATEST(${sql.ref(column)}, ${given(column)})`;

/** Takes the new values of the columns where the condition holds on the row as it was. */
export function takeWhere(condition: RawBuilder<unknown>, columns: readonly string[]): Assignments {
  return Object.fromEntries(
    columns.map((column) => [column, sql`CASE WHEN ${condition} THEN ${given(column)} ELSE ${sql.ref(column)} END`]),
  );
}

/** What was read later wins. */
export function unlessReadLater(columns: readonly string[]): Assignments {
  return { ...takeWhere(sql`VALUES(fetched_at) >= fetched_at`, columns), fetched_at: higher('fetched_at') };
}

const ISSUE_FACTS = [
  'project_id',
  'issue_key',
  'type',
  'status',
  'status_category',
  'priority',
  'parent_id',
  'summary',
  'created',
  'resolved',
  'due',
  'original_seconds',
  'remaining_seconds',
  'spent_seconds',
  'versions',
  'components',
  'gone',
];

/**
 * An issue never goes backwards: a change that Jira dates later wins, of equal ones that which was read later; and what
 * is gone comes back only by having been read later.
 */
export const UNLESS_ISSUE_NEWER: Assignments = {
  ...takeWhere(
    sql`((gone = 0 AND (VALUES(updated) > updated OR (VALUES(updated) = updated AND VALUES(fetched_at) > fetched_at)))
      OR (gone = 1 AND VALUES(fetched_at) > fetched_at))`,
    ISSUE_FACTS,
  ),
  updated: higher('updated'),
  fetched_at: higher('fetched_at'),
  seen_at: higher('seen_at'),
};
