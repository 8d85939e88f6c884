import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { FoundSurrounding, ImpactStore } from '../../application/impact/ports';
import { wholeNumber } from './columns';
import { db, select } from './database';

/** Ids stand three times in a statement. */
const IDS_PER_STATEMENT = 1_000;

const row = z.object({
  kind: z.enum(['issue', 'child', 'link']),
  id: z.string(),
  other: z.string().nullable(),
  project_id: z.string(),
  status: z.string(),
  original: wholeNumber.nullable(),
  versions: z.string(),
  summary: z.string(),
});
type Row = z.output<typeof row>;

const nothingElse = sql`'' AS project_id, '' AS status, NULL AS original, '' AS versions`;

function linksFrom(ids: readonly string[], near: string, far: string, arrow: '<' | '>'): RawBuilder<unknown> {
  return sql`SELECT 'link' AS kind, ${sql.ref(`l.${near}`)} AS id, ${sql.ref(`l.${far}`)} AS other, ${nothingElse},
      CONCAT(l.type_id, ${arrow}) AS summary
    FROM mirror_link AS l JOIN mirror_issue AS o ON o.id = ${sql.ref(`l.${far}`)} AND o.gone = 0
    WHERE l.gone = 0 AND ${sql.ref(`l.${near}`)} IN (${sql.join(ids)})`;
}

function statement(ids: readonly string[]): RawBuilder<unknown> {
  return sql`SELECT 'issue' AS kind, i.id AS id, i.parent_id AS other, i.project_id AS project_id, i.status AS status,
      i.original_seconds AS original, i.versions AS versions, i.summary AS summary
    FROM mirror_issue AS i WHERE i.gone = 0 AND i.id IN (${sql.join(ids)})
    UNION ALL SELECT 'child' AS kind, c.parent_id AS id, c.id AS other, ${nothingElse}, '' AS summary
    FROM mirror_issue AS c WHERE c.gone = 0 AND c.parent_id IN (${sql.join(ids)})
    UNION ALL ${linksFrom(ids, 'source_id', 'destination_id', '>')}
    UNION ALL ${linksFrom(ids, 'destination_id', 'source_id', '<')}`;
}

function jointOf({ kind, other, summary }: Row): string {
  return kind === 'child' ? `v${other}` : `${summary}${other}`;
}

function surroundingsOf(rows: readonly Row[]): FoundSurrounding[] {
  const joints = new Map<string, string[]>();
  const join = (id: string, joint: string) => joints.set(id, [...(joints.get(id) ?? []), joint]);
  for (const each of rows) {
    if (each.kind !== 'issue') join(each.id, jointOf(each));
    else if (each.other !== null) join(each.id, `^${each.other}`);
  }
  return rows
    .filter(({ kind }) => kind === 'issue')
    .map(({ id, project_id: projectId, status, original, versions, summary }) => {
      return { id, projectId, status, original, versions, summary, joined: (joints.get(id) ?? []).toSorted() };
    });
}

/** How issues are and what they are joined to; one statement for a thousand. */
export const impactSurroundings: Pick<ImpactStore, 'surroundings'> = {
  async surroundings(ids) {
    const found: FoundSurrounding[] = [];
    for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
      const asked = statement(ids.slice(start, start + IDS_PER_STATEMENT));
      found.push(...surroundingsOf(await select({ compile: () => asked.compile(db) }, row)));
    }
    return found;
  },
};
