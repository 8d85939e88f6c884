import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Facts, IssueFacts, Relation, Wanted } from '../../application/summary/ports';
import { STATUS_CATEGORIES } from '../../domain/mirror/issue';
import { wholeNumber } from './columns';
import { db, select } from './database';

const ids = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));
const issueRow = z
  .object({
    id: z.string(),
    issue_key: z.string(),
    project_id: z.string(),
    type: z.string(),
    status: z.string(),
    status_category: z.enum(STATUS_CATEGORIES),
    summary: z.string(),
    versions: ids,
    open_feedback: wholeNumber,
    overdue_feedback: wholeNumber,
    total: wholeNumber,
  })
  .transform(({ total, ...row }): { readonly total: number; readonly issue: IssueFacts } => ({
    total,
    issue: {
      id: row.id,
      key: row.issue_key,
      projectId: row.project_id,
      type: row.type,
      status: row.status,
      statusCategory: row.status_category,
      summary: row.summary,
      versionIds: row.versions,
      openFeedback: row.open_feedback,
      overdueFeedback: row.overdue_feedback,
    },
  }));
const relationRow = z
  .object({
    type: z.string().nullable(),
    source_id: z.string(),
    destination_id: z.string(),
    source_category: z.string(),
    destination_category: z.string(),
  })
  .transform((row): Relation => ({
    type: row.type,
    sourceId: row.source_id,
    destinationId: row.destination_id,
    sourceDone: row.source_category === 'done',
    destinationDone: row.destination_category === 'done',
  }));
const versionRow = z
  .object({ id: z.string(), name: z.string(), released: wholeNumber, release_date: z.string().nullable() })
  .transform((row) => ({ id: row.id, name: row.name, released: row.released === 1, releaseDate: row.release_date }));
const stateRow = z.object({ state: z.string() });

function statement(query: RawBuilder<unknown>) {
  return { compile: () => query.compile(db) };
}

function meant(wanted: Wanted): RawBuilder<unknown> {
  if ('ids' in wanted) return sql`i.id IN (${sql.join(wanted.ids)})`;
  if ('keys' in wanted) return sql`i.issue_key IN (${sql.join(wanted.keys)})`;
  return sql`i.project_id = ${wanted.projectId} AND LOWER(i.type) IN (${sql.join(wanted.types)})`;
}

function isEmpty(wanted: Wanted): boolean {
  if ('ids' in wanted) return wanted.ids.length === 0;
  return 'keys' in wanted ? wanted.keys.length === 0 : wanted.types.length === 0;
}

/** The mirror, and what feedback there is on its issues. */
export const sqlFacts: Facts = {
  async issues(wanted, now) {
    if (isEmpty(wanted)) return { total: 0, issues: [] };
    const limit = 'limit' in wanted ? sql` LIMIT ${sql.lit(wanted.limit)}` : sql``;
    const rows = await select(
      statement(sql`SELECT i.id, i.issue_key, i.project_id, i.type, i.status, i.status_category, i.summary, i.versions,
        (SELECT COUNT(*) FROM feedback f WHERE f.issue_id = i.id AND f.is_open = 1) AS open_feedback,
        (SELECT COUNT(*) FROM feedback f WHERE f.issue_id = i.id AND f.is_open = 1 AND f.due_at < ${now}) AS overdue_feedback,
        COUNT(*) OVER () AS total
        FROM mirror_issue i WHERE i.gone = 0 AND ${meant(wanted)}
        ORDER BY LENGTH(i.id), i.id${limit}`),
      issueRow,
    );
    return { total: rows[0]?.total ?? 0, issues: rows.map(({ issue }) => issue) };
  },

  async relations(wanted) {
    if (wanted.length === 0) return [];
    const list = sql.join(wanted);
    return select(
      statement(sql`SELECT t.name AS type, s.id AS source_id, d.id AS destination_id,
          s.status_category AS source_category, d.status_category AS destination_category
        FROM mirror_link l JOIN mirror_link_type t ON t.id = l.type_id
          JOIN mirror_issue s ON s.id = l.source_id JOIN mirror_issue d ON d.id = l.destination_id
        WHERE l.gone = 0 AND s.gone = 0 AND d.gone = 0 AND (l.source_id IN (${list}) OR l.destination_id IN (${list}))
        UNION ALL
        SELECT NULL AS type, p.id AS source_id, c.id AS destination_id,
          p.status_category AS source_category, c.status_category AS destination_category
        FROM mirror_issue c JOIN mirror_issue p ON p.id = c.parent_id
        WHERE c.gone = 0 AND p.gone = 0 AND c.parent_id IN (${list})`),
      relationRow,
    );
  },

  async versions(wanted) {
    if (wanted.length === 0) return [];
    const found = db.selectFrom('mirror_version').select(['id', 'name', 'released', 'release_date']);
    return select(found.where('id', 'in', wanted), versionRow);
  },

  async isReady(projectId) {
    const project = db.selectFrom('mirror_project').select('state').where('id', '=', projectId);
    return (await select(project, stateRow))[0]?.state === 'ready';
  },
};
