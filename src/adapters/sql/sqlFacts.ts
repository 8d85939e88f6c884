import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Facts, LinkWalk, Wanted } from '../../application/summary/ports';
import { db, select } from './database';
import { detailRow, issueRow, relationRow } from './factRows';

const stateRow = z.object({ state: z.string() });

function statement(query: RawBuilder<unknown>) {
  return { compile: () => query.compile(db) };
}

/** Pairs of neighbours, the end from which they are followed first. */
function edges({ direction, types }: LinkWalk): RawBuilder<unknown> {
  const chosen = types.length === 0 ? sql`` : sql` AND LOWER(t.name) IN (${sql.join(types)})`;
  const along = (from: 'source_id' | 'destination_id', to: 'source_id' | 'destination_id') =>
    sql`SELECT l.${sql.ref(from)} AS a, l.${sql.ref(to)} AS b
      FROM mirror_link l JOIN mirror_link_type t ON t.id = l.type_id WHERE l.gone = 0${chosen}`;
  const kinds = [
    ...(direction === 'inward' ? [] : [along('source_id', 'destination_id')]),
    ...(direction === 'outward' ? [] : [along('destination_id', 'source_id')]),
    ...(types.length === 0
      ? [sql`SELECT parent_id AS a, id AS b FROM mirror_issue WHERE gone = 0 AND parent_id IS NOT NULL`]
      : []),
  ];
  return sql.join(kinds, sql` UNION ALL `);
}

interface Meant {
  readonly before: RawBuilder<unknown>;
  readonly joined: RawBuilder<unknown>;
  readonly condition: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

const NOTHING = sql``;

/** The issues within reach, the nearest first. */
function withinReach(walk: LinkWalk): Meant {
  return {
    before: sql`WITH RECURSIVE near (id, depth) AS (
      SELECT CAST(${walk.from} AS CHAR(20)), 0
      UNION
      SELECT e.b, n.depth + 1 FROM near n JOIN (${edges(walk)}) e ON e.a = n.id WHERE n.depth < ${walk.depth}
    ) `,
    joined: sql`JOIN (SELECT id, MIN(depth) AS depth FROM near GROUP BY id) w ON w.id = i.id `,
    condition: sql`w.depth > 0`,
    order: sql`w.depth, `,
  };
}

function meant(wanted: Wanted): Meant {
  if ('walk' in wanted) return withinReach(wanted.walk);
  const plain = { before: NOTHING, joined: NOTHING, order: NOTHING };
  if ('ids' in wanted) return { ...plain, condition: sql`i.id IN (${sql.join(wanted.ids)})` };
  if ('keys' in wanted) return { ...plain, condition: sql`i.issue_key IN (${sql.join(wanted.keys)})` };
  const { projectId, types } = wanted;
  return { ...plain, condition: sql`i.project_id = ${projectId} AND LOWER(i.type) IN (${sql.join(types)})` };
}

function isEmpty(wanted: Wanted): boolean {
  if ('ids' in wanted) return wanted.ids.length === 0;
  if ('keys' in wanted) return wanted.keys.length === 0;
  return 'types' in wanted && wanted.types.length === 0;
}

function limitOf(wanted: Wanted): RawBuilder<unknown> {
  if ('walk' in wanted) return sql` LIMIT ${sql.lit(wanted.walk.limit)}`;
  return 'limit' in wanted ? sql` LIMIT ${sql.lit(wanted.limit)}` : NOTHING;
}

const CLIENTS = sql`SELECT JSON_ARRAYAGG(CONCAT(k.name_ref, COALESCE(e.body, '')))
  FROM feedback f LEFT JOIN contact_entry s ON s.id = f.contact_id
  JOIN contact c ON c.id = COALESCE(s.merged_into, f.contact_id)
  LEFT JOIN client_entry b ON b.id = c.client_id JOIN client k ON k.id = COALESCE(b.merged_into, c.client_id)
  LEFT JOIN erasable e ON e.id = k.name_ref WHERE f.issue_id = i.id`;
const CHANGES = sql`SELECT JSON_ARRAYAGG(CONCAT(r.issue_id, '/', r.number, '/', r.state, '/', COALESCE(r.tier, '')))
  FROM change_issue x JOIN change_request r ON r.id = x.change_id AND r.issues_version = x.version
  WHERE x.issue_id = i.id AND x.role = 'concerned' AND r.is_open = 1`;

/** The mirror, and what feedback and change requests there are on its issues. */
export const sqlFacts: Facts = {
  async issues(wanted, now) {
    if (isEmpty(wanted)) return { total: 0, issues: [] };
    const { before, joined, condition, order } = meant(wanted);
    const rows = await select(
      statement(sql`${before}SELECT i.id, i.issue_key, i.project_id, i.type, i.status, i.status_category, i.summary,
        i.created, i.resolved, i.due, i.versions, i.components,
        p.id AS parent_id, p.issue_key AS parent_key, p.summary AS parent_summary,
        COALESCE((${CLIENTS}), '[]') AS clients, COALESCE((${CHANGES}), '[]') AS changes,
        (SELECT COUNT(*) FROM feedback f WHERE f.issue_id = i.id AND f.is_open = 1) AS open_feedback,
        (SELECT COUNT(*) FROM feedback f WHERE f.issue_id = i.id AND f.is_open = 1 AND f.due_at < ${now}) AS overdue_feedback,
        COUNT(*) OVER () AS total
        FROM mirror_issue i ${joined}LEFT JOIN mirror_issue p ON p.id = i.parent_id AND p.gone = 0
        WHERE i.gone = 0 AND ${condition}
        ORDER BY ${order}LENGTH(i.id), i.id${limitOf(wanted)}`),
      issueRow,
    );
    return { total: rows[0]?.total ?? 0, issues: rows.map(({ issue }) => issue) };
  },

  async relations(wanted) {
    if (wanted.length === 0) return [];
    const list = sql.join(wanted);
    const ends = sql`s.status_category AS source_category, d.status_category AS destination_category
      FROM mirror_link l JOIN mirror_link_type t ON t.id = l.type_id
        JOIN mirror_issue s ON s.id = l.source_id JOIN mirror_issue d ON d.id = l.destination_id
      WHERE l.gone = 0 AND s.gone = 0 AND d.gone = 0`;
    return select(
      statement(sql`SELECT t.name AS type, s.id AS source_id, d.id AS destination_id, ${ends}
          AND l.source_id IN (${list})
        UNION ALL
        SELECT t.name AS type, s.id AS source_id, d.id AS destination_id, ${ends}
          AND l.destination_id IN (${list})
        UNION ALL
        SELECT NULL AS type, p.id AS source_id, c.id AS destination_id,
          p.status_category AS source_category, c.status_category AS destination_category
        FROM mirror_issue c JOIN mirror_issue p ON p.id = c.parent_id
        WHERE c.gone = 0 AND p.gone = 0 AND c.parent_id IN (${list})`),
      relationRow,
    );
  },

  async detailsOf({ versionIds, componentIds, issueIds }) {
    const parts = [
      ...(issueIds.length === 0
        ? []
        : [
            sql`SELECT 'step' AS kind, day AS a, category AS b, previous AS c, COUNT(*) AS n
              FROM mirror_change WHERE issue_id IN (${sql.join(issueIds)}) GROUP BY day, category, previous`,
          ]),
      ...(versionIds.length === 0
        ? []
        : [
            sql`SELECT 'version' AS kind, id AS a, name AS b, release_date AS c, released AS n
              FROM mirror_version WHERE id IN (${sql.join(versionIds)})`,
          ]),
      ...(componentIds.length === 0
        ? []
        : [
            sql`SELECT 'component' AS kind, id AS a, name AS b, NULL AS c, 0 AS n
              FROM mirror_component WHERE id IN (${sql.join(componentIds)})`,
          ]),
    ];
    if (parts.length === 0) return { versions: [], components: [], steps: [] };
    const rows = await select(statement(sql.join(parts, sql` UNION ALL `)), detailRow);
    return {
      versions: rows.flatMap((row) => ('version' in row ? [row.version] : [])),
      components: rows.flatMap((row) => ('component' in row ? [row.component] : [])),
      steps: rows.flatMap((row) => ('step' in row ? [row.step] : [])),
    };
  },

  async isReady(projectId) {
    const project = db.selectFrom('mirror_project').select('state').where('id', '=', projectId);
    return (await select(project, stateRow))[0]?.state === 'ready';
  },
};
