import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { FactsFound, ImpactStore } from '../../application/impact/ports';
import { LAST_ANALYSES } from '../../domain/impact/trackRecord';
import { db, select } from './database';
import { impactSurroundings } from './impactSurroundings';
import { NOTHING, outcomeOf, Reading } from './impactRows';
import type { Part } from './impactRows';

/**
 * Rows of each part in one answer: two full parts of long rows stay within the 4 MiB that an answer may have, and so many
 * sorted rows within the memory that a statement may use.
 */
const ROWS_PER_PART = 20_000;

/** A row is one text: names of columns in every row would take more room than what they name. */
const packedRow = z.object({ r: z.string() });

type Text = RawBuilder<unknown>;

function packed(part: Part, columns: readonly Text[]): Text {
  return sql`CONCAT_WS(${'\t'}, ${sql.join([sql`${part}`, ...columns])})`;
}

/** Not an empty text, beside which some databases leave out the separator. */
const orNothing = (column: string) => sql`COALESCE(${sql.ref(column)}, ${NOTHING})`;
/** Names may have the character that separates the columns. */
const name = (column: string) => sql`REPLACE(${sql.ref(column)}, ${'\t'}, ' ')`;
const days = (column: string) => sql`COALESCE(${sql.ref(column)} DIV 86400000, ${NOTHING})`;

function issueColumns(foreign: 0 | 1): readonly Text[] {
  return [
    sql.ref('o.id'),
    sql`${String(foreign)}`,
    name('o.type'),
    name('o.status'),
    sql`LEFT(o.status_category, 1)`,
    orNothing('o.parent_id'),
    days('o.created'),
    days('o.resolved'),
    orNothing('o.original_seconds'),
    orNothing('o.remaining_seconds'),
    orNothing('o.spent_seconds'),
    sql.ref('o.versions'),
  ];
}

const linkColumns = ['l.id', 'l.type_id', 'l.source_id', 'l.destination_id'].map((column) => sql.ref(column));

/** Where the living issues of the project have their links, `near` being the project's end. */
function linksOf(projectId: string, near: 'source_id' | 'destination_id', far: 'source_id' | 'destination_id'): Text {
  return sql`mirror_issue AS i
    JOIN mirror_link AS l ON ${sql.ref(`l.${near}`)} = i.id AND l.gone = 0
    JOIN mirror_issue AS o ON o.id = ${sql.ref(`l.${far}`)} AND o.gone = 0
    WHERE i.project_id = ${projectId} AND i.gone = 0`;
}

/** What each part reads, to be continued behind an id. */
function statementOf(part: Part, projectId: string): { readonly rows: Text; readonly from: Text; readonly id: Text } {
  switch (part) {
    case 'version':
      return {
        rows: packed(part, [
          sql.ref('v.id'),
          sql.ref('v.released'),
          sql.ref('v.archived'),
          orNothing('v.release_date'),
          name('v.name'),
        ]),
        from: sql`mirror_version AS v WHERE v.project_id = ${projectId}`,
        id: sql.ref('v.id'),
      };
    case 'linkType':
      return {
        rows: packed(part, [sql.ref('t.id'), name('t.name'), name('t.outward'), name('t.inward')]),
        from: sql`mirror_link_type AS t WHERE 0 = 0`,
        id: sql.ref('t.id'),
      };
    case 'issue':
      return {
        rows: packed(part, issueColumns(0)),
        from: sql`mirror_issue AS o WHERE o.project_id = ${projectId} AND o.gone = 0`,
        id: sql.ref('o.id'),
      };
    case 'neighbour':
      return {
        rows: packed(part, issueColumns(1)),
        from: sql`(SELECT o.id AS id FROM ${linksOf(projectId, 'source_id', 'destination_id')}
            AND o.project_id <> ${projectId}
          UNION SELECT o.id AS id FROM ${linksOf(projectId, 'destination_id', 'source_id')}
            AND o.project_id <> ${projectId}) AS e JOIN mirror_issue AS o ON o.id = e.id WHERE o.gone = 0`,
        id: sql.ref('o.id'),
      };
    case 'link':
      return {
        rows: packed(part, linkColumns),
        from: linksOf(projectId, 'source_id', 'destination_id'),
        id: sql.ref('l.id'),
      };
    case 'linkFromAfar':
      return {
        rows: packed(part, linkColumns),
        from: sql`${linksOf(projectId, 'destination_id', 'source_id')} AND o.project_id <> ${projectId}`,
        id: sql.ref('l.id'),
      };
  }
}

function page(part: Part, after: string, projectId: string, limit: number): Text {
  const { rows, from, id } = statementOf(part, projectId);
  return sql`SELECT p.r AS r FROM (SELECT ${rows} AS r FROM ${from} AND ${id} > ${after}
    ORDER BY ${id} LIMIT ${sql.lit(limit)}) AS p`;
}

/** The mirror's own state, in one row. */
function state(projectId: string): Text {
  return sql`SELECT CONCAT_WS(${'\t'}, 'project', p.state, p.watermark, (SELECT COUNT(*) FROM mirror_dirty AS d
    JOIN mirror_issue AS i ON i.id = d.issue_id WHERE i.project_id = ${projectId})) AS r
    FROM mirror_project AS p WHERE p.id = ${projectId}`;
}

/** The latest verified change requests; what they met stands in one column, as JSON without the separator. */
function latestOutcomes(projectId: string, limit: number): Text {
  return sql`SELECT p.r AS r FROM (SELECT CONCAT_WS(${'\t'}, 'outcome', c.actual) AS r FROM change_request AS c
    WHERE c.project_id = ${projectId} AND c.verified_at IS NOT NULL AND c.actual IS NOT NULL
    ORDER BY c.verified_at DESC, c.id LIMIT ${sql.lit(limit)}) AS p`;
}

const IDS_PER_STATEMENT = 1_000;
const idRow = z.object({ id: z.string() });
const labelRow = z.object({ id: z.string(), issue_key: z.string(), summary: z.string() });
const labelOf = ({ id, issue_key: key, summary }: z.output<typeof labelRow>) => ({ id, key, summary });

/** Reads what impact needs of the mirror, `rowsPerPart` rows of each part in one statement. */
export function sqlImpactStore(rowsPerPart = ROWS_PER_PART): ImpactStore {
  return {
    ...impactSurroundings,
    async facts(projectId): Promise<FactsFound> {
      const reading = new Reading(rowsPerPart);
      for (let parts = reading.next(); parts.length > 0; parts = reading.next()) {
        const pages = parts.map(({ part, after }) => page(part, after, projectId, rowsPerPart));
        const once = [state(projectId), latestOutcomes(projectId, LAST_ANALYSES)];
        const statement = sql.join(reading.isFirst ? [...once, ...pages] : pages, sql` UNION ALL `);
        const rows = await select({ compile: () => statement.compile(db) }, packedRow);
        reading.take(rows.map(({ r }) => r));
      }
      return reading.found;
    },

    async outcomes(projectId, limit) {
      const statement = latestOutcomes(projectId, limit);
      const rows = await select({ compile: () => statement.compile(db) }, packedRow);
      return rows.map(({ r }) => outcomeOf(r.slice(r.indexOf('\t') + 1)));
    },

    async changedSince(ids, since) {
      const found = db.selectFrom('mirror_issue').select('id').where('gone', '=', 0).where('updated', '>=', since);
      const changed = new Set<string>();
      for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
        const batch = ids.slice(start, start + IDS_PER_STATEMENT);
        for (const { id } of await select(found.where('id', 'in', batch), idRow)) changed.add(id);
      }
      return ids.filter((id) => changed.has(id));
    },

    async labels(ids) {
      if (ids.length === 0) return [];
      const found = db.selectFrom('mirror_issue').select(['id', 'issue_key', 'summary']).where('gone', '=', 0);
      return (await select(found.where('id', 'in', ids), labelRow)).map(labelOf);
    },

    async labelsAndCandidates(ids, { projectId, types, limit }) {
      const own = ids.length === 0 ? ['0'] : ids;
      const statement = sql`SELECT id, issue_key, summary FROM mirror_issue WHERE gone = 0 AND id IN (${sql.join(own)})
        UNION ALL SELECT c.id AS id, c.issue_key AS issue_key, c.summary AS summary FROM (
          SELECT id, issue_key, summary FROM mirror_issue WHERE project_id = ${projectId} AND gone = 0
          AND type IN (${sql.join(types)}) ORDER BY updated DESC, id LIMIT ${sql.lit(limit)}) AS c`;
      return (await select({ compile: () => statement.compile(db) }, labelRow)).map(labelOf);
    },
  };
}
