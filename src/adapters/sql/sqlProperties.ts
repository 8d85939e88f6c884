import { sql } from 'kysely';
import { z } from 'zod';
import type { PropertyStore } from '../../application/property/ports';
import { TIERS } from '../../contract/settings';
import type { IssueFigures } from '../../domain/property/property';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';

const figuresRow = z.object({
  issue_id: z.string(),
  open_changes: wholeNumber,
  tier_rank: wholeNumber,
  open_feedback: wholeNumber,
  overdue_feedback: wholeNumber,
});

function toFigures(row: z.output<typeof figuresRow>): IssueFigures {
  return {
    openChanges: row.open_changes,
    highestTier: TIERS[row.tier_rank - 1] ?? null,
    openFeedback: row.open_feedback,
    overdueFeedback: row.overdue_feedback,
  };
}

function rankOf(tier: IssueFigures['highestTier']): number {
  return tier === null ? 0 : TIERS.indexOf(tier) + 1;
}

const NOTHING: IssueFigures = { openChanges: 0, highestTier: null, openFeedback: 0, overdueFeedback: 0 };

/** Open feedback of each issue; of one issue where one is given. */
function feedback(now: number, issueId?: string) {
  const where = issueId === undefined ? sql`` : sql`WHERE issue_id = ${issueId}`;
  return sql`SELECT issue_id, SUM(is_open) AS open_feedback,
      SUM(CASE WHEN is_open = 1 AND due_at < ${now} THEN 1 ELSE 0 END) AS overdue_feedback
    FROM feedback ${where} GROUP BY issue_id`;
}

const RANK = sql.join(
  TIERS.map((tier, index) => sql`WHEN ${sql.lit(tier)} THEN ${sql.lit(index + 1)}`),
  sql` `,
);

/** Open change requests that concern each issue; one issue where one is given. */
function changes(issueId?: string) {
  const where = issueId === undefined ? sql`` : sql`AND c.issue_id = ${issueId}`;
  return sql`SELECT c.issue_id, COUNT(*) AS open_changes, MAX(CASE r.tier ${RANK} ELSE 0 END) AS tier_rank
    FROM change_issue AS c
    JOIN change_request AS r ON r.id = c.change_id AND c.version >= r.issues_version
    WHERE c.role = 'concerned' AND r.is_open = 1 ${where} GROUP BY c.issue_id`;
}

/** Of one column what is and what the property was last given. */
function differs(column: string, from: string) {
  return sql`COALESCE(${sql.ref(`${from}.${column}`)}, 0) <> COALESCE(${sql.ref(`p.${column}`)}, 0)`;
}

const FIGURES = sql`COALESCE(k.open_changes, 0) AS open_changes, COALESCE(k.tier_rank, 0) AS tier_rank,
  COALESCE(f.open_feedback, 0) AS open_feedback, COALESCE(f.overdue_feedback, 0) AS overdue_feedback`;

/** The figures of issues and what their properties were last given, in Forge SQL. */
export const sqlProperties: PropertyStore = {
  async figures(issueId, now) {
    const found = sql`SELECT i.issue_id, ${FIGURES} FROM (SELECT ${issueId} AS issue_id) AS i
      LEFT JOIN (${feedback(now, issueId)}) AS f ON f.issue_id = i.issue_id
      LEFT JOIN (${changes(issueId)}) AS k ON k.issue_id = i.issue_id`;
    const [row] = await select({ compile: () => found.compile(db) }, figuresRow);
    return row === undefined ? NOTHING : toFigures(row);
  },

  async outOfStep(now, limit) {
    const found = sql`SELECT i.issue_id, ${FIGURES}
      FROM (SELECT issue_id FROM feedback
        UNION SELECT issue_id FROM change_issue WHERE role = 'concerned'
        UNION SELECT issue_id FROM issue_property) AS i
      LEFT JOIN (${feedback(now)}) AS f ON f.issue_id = i.issue_id
      LEFT JOIN (${changes()}) AS k ON k.issue_id = i.issue_id
      LEFT JOIN issue_property AS p ON p.issue_id = i.issue_id
      WHERE COALESCE(p.not_before, 0) <= ${now} AND (
        ${differs('open_changes', 'k')} OR ${differs('tier_rank', 'k')}
        OR ${differs('open_feedback', 'f')} OR ${differs('overdue_feedback', 'f')})
      ORDER BY i.issue_id LIMIT ${sql.lit(limit)}`;
    const rows = await select({ compile: () => found.compile(db) }, figuresRow);
    return rows.map((row) => ({ issueId: row.issue_id, ...toFigures(row) }));
  },

  async given(issues) {
    if (issues.length === 0) return;
    const rows = issues.map(
      ({ issueId, openChanges, highestTier, openFeedback, overdueFeedback }) =>
        sql`(${issueId}, ${openChanges}, ${rankOf(highestTier)}, ${openFeedback}, ${overdueFeedback}, 0)`,
    );
    const statement = sql`INSERT INTO issue_property
        (issue_id, open_changes, tier_rank, open_feedback, overdue_feedback, not_before)
      VALUES ${sql.join(rows)} ON DUPLICATE KEY UPDATE open_changes = VALUES(open_changes),
        tier_rank = VALUES(tier_rank), open_feedback = VALUES(open_feedback),
        overdue_feedback = VALUES(overdue_feedback), not_before = VALUES(not_before)`;
    await execute({ compile: () => statement.compile(db) });
  },

  async postpone(issueId, until) {
    const statement = sql`INSERT INTO issue_property
        (issue_id, open_changes, tier_rank, open_feedback, overdue_feedback, not_before)
      VALUES (${issueId}, 0, 0, 0, 0, ${until}) ON DUPLICATE KEY UPDATE not_before = VALUES(not_before)`;
    await execute({ compile: () => statement.compile(db) });
  },
};
