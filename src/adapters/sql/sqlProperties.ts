import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { OutOfStep, PropertyStore } from '../../application/property/ports';
import { TIERS } from '../../contract/settings';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';

const FIGURES = ['open_changes', 'tier_rank', 'open_feedback', 'overdue_feedback'] as const;
/** What a property holds after two runs gave it something at once: no figure, so that it is given anew. */
const UNKNOWN = -1;

const outOfStepRow = z
  .object({
    issue_id: z.string(),
    open_changes: wholeNumber,
    tier_rank: wholeNumber,
    open_feedback: wholeNumber,
    overdue_feedback: wholeNumber,
    givings: wholeNumber.nullable(),
  })
  .transform((row): OutOfStep => ({
    issueId: row.issue_id,
    openChanges: row.open_changes,
    highestTier: TIERS[row.tier_rank - 1] ?? null,
    openFeedback: row.open_feedback,
    overdueFeedback: row.overdue_feedback,
    givings: row.givings ?? 0,
  }));

const openChangeRow = z
  .object({ issue_id: z.string(), tier: z.enum(TIERS).nullable() })
  .transform(({ issue_id, tier }) => ({ issueId: issue_id, tier }));

const RANK = sql`CASE tier ${sql.join(
  TIERS.map((tier, index) => sql`WHEN ${sql.lit(tier)} THEN ${sql.lit(index + 1)}`),
  sql` `,
)} ELSE 0 END`;

function rankOf(tier: OutOfStep['highestTier']): number {
  return tier === null ? 0 : TIERS.indexOf(tier) + 1;
}

const compiled = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(db) });

/** What is open, by issue. Only what is open is read, so that the statement does not grow with a project's past. */
const openFeedback = (now: number) => sql`SELECT issue_id, COUNT(*) AS open_feedback,
  SUM(CASE WHEN due_at < ${now} THEN 1 ELSE 0 END) AS overdue_feedback
  FROM feedback WHERE is_open = 1 GROUP BY issue_id`;
const OPEN_CHANGES = sql`SELECT issue_id, COUNT(*) AS open_changes, MAX(${RANK}) AS tier_rank
  FROM change_request WHERE is_open = 1 GROUP BY issue_id`;

const nonzero = sql.join(
  FIGURES.map((figure) => sql`${sql.ref(figure)} <> 0`),
  sql` OR `,
);
const is = (figure: (typeof FIGURES)[number]) =>
  sql`COALESCE(${sql.ref(figure.includes('feedback') ? `f.${figure}` : `k.${figure}`)}, 0)`;
const isOtherThanGiven = sql.join(
  FIGURES.map((figure) => sql`${is(figure)} <> COALESCE(${sql.ref(`p.${figure}`)}, 0)`),
  sql` OR `,
);
const present = sql.join(FIGURES.map((figure) => sql`${is(figure)} AS ${sql.ref(figure)}`));

/** Which figures issues have, and which their properties were given last, in Forge SQL. */
export const sqlProperties: PropertyStore = {
  openChanges: (issueId) =>
    select(
      compiled(sql`SELECT r.issue_id, r.tier FROM change_issue AS c
        JOIN change_request AS r ON r.id = c.change_id AND c.version >= r.issues_version
        WHERE c.issue_id = ${issueId} AND c.role = 'concerned' AND r.is_open = 1`),
      openChangeRow,
    ),

  outOfStep: (now, givenBefore, limit) =>
    select(
      compiled(sql`SELECT i.issue_id, ${present}, p.givings
        FROM (SELECT issue_id FROM feedback WHERE is_open = 1
          UNION SELECT issue_id FROM change_request WHERE is_open = 1
          UNION SELECT issue_id FROM issue_property WHERE ${nonzero} OR given_at < ${givenBefore}) AS i
        LEFT JOIN (${openFeedback(now)}) AS f ON f.issue_id = i.issue_id
        LEFT JOIN (${OPEN_CHANGES}) AS k ON k.issue_id = i.issue_id
        LEFT JOIN issue_property AS p ON p.issue_id = i.issue_id
        WHERE COALESCE(p.not_before, 0) <= ${now} AND (${isOtherThanGiven} OR p.given_at < ${givenBefore})
          AND NOT EXISTS (SELECT 1 FROM property_pause WHERE until_at > ${now})
        ORDER BY COALESCE(p.given_at, 0), i.issue_id LIMIT ${sql.lit(limit)}`),
      outOfStepRow,
    ),

  async given(issues, at) {
    if (issues.length === 0) return;
    const rows = issues.map(
      ({ issueId, openChanges, highestTier, openFeedback: open, overdueFeedback, givings }) =>
        sql`(${issueId}, ${openChanges}, ${rankOf(highestTier)}, ${open}, ${overdueFeedback}, ${at}, 0, ${givings + 1})`,
    );
    // The count decides for all columns, so it is the last to change: MySQL lets a later one see the earlier.
    const columns = FIGURES.map((figure) => {
      const column = sql.ref(figure);
      return sql`${column} = CASE WHEN VALUES(givings) = givings + 1 THEN VALUES(${column}) ELSE ${sql.lit(UNKNOWN)} END`;
    });
    await execute(
      compiled(sql`INSERT INTO issue_property (issue_id, ${sql.join(FIGURES.map((figure) => sql.ref(figure)))},
          given_at, not_before, givings)
        VALUES ${sql.join(rows)} ON DUPLICATE KEY UPDATE ${sql.join(columns)},
          given_at = VALUES(given_at), not_before = VALUES(not_before), givings = givings + 1`),
    );
  },

  postpone: (issueId, until) =>
    execute(
      compiled(sql`INSERT INTO issue_property (issue_id, ${sql.join(FIGURES.map((figure) => sql.ref(figure)))},
          given_at, not_before, givings)
        VALUES (${issueId}, 0, 0, 0, 0, 0, ${until}, 0) ON DUPLICATE KEY UPDATE not_before = VALUES(not_before)`),
    ),

  pause: (until) =>
    execute(
      compiled(sql`INSERT INTO property_pause (id, until_at) VALUES (1, ${until})
        ON DUPLICATE KEY UPDATE until_at = VALUES(until_at)`),
    ),
};
