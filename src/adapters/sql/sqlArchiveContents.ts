import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ArchiveContents } from '../../application/archive/ports';
import { streamOf } from '../../domain/journal/chain';
import { wholeNumber } from './columns';
import { db, select } from './database';
import { readReport } from './sqlEditions';

const countsRow = z.object({ documents: wholeNumber, editions: wholeNumber });
const documentRow = z
  .object({ digest: z.string(), change_id: z.string() })
  .transform(({ digest, change_id }) => ({ digest, changeId: change_id }));
const editionRow = z
  .object({ id: z.string(), page_id: z.string(), body: z.string().nullable() })
  .transform(({ id, page_id, body }) => ({
    id,
    pageId: page_id,
    report: body === null ? null : readReport(gunzipSync(Buffer.from(body, 'base64')).toString()),
  }));
const compiled = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(db) });

/** Only what an event vouches for: the rest belongs to attempts that never reached the journal. */
const documents = (projectId: string, until: number) => sql`FROM assessment AS a
  WHERE a.project_id = ${projectId} AND a.part = 0 AND EXISTS (SELECT 1 FROM journal AS j
    WHERE j.item_id = a.change_id AND j.type = 'change.frozen' AND j.version <= ${until}
      AND j.data LIKE CONCAT('%"', a.digest, '"%'))`;
const editions = (projectId: string, until: number) => sql`FROM journal AS j JOIN edition AS e ON e.id = j.item_id
  WHERE j.stream = ${streamOf(projectId)} AND j.type = 'edition.frozen' AND j.version <= ${until}`;

/** Frozen assessments and editions in Forge SQL. */
export const sqlArchiveContents: ArchiveContents = {
  async counts(projectId, until) {
    const statement = sql`SELECT (SELECT COUNT(*) ${documents(projectId, until)}) AS documents,
      (SELECT COUNT(*) ${editions(projectId, until)}) AS editions`;
    return (await select(compiled(statement), countsRow))[0] ?? { documents: 0, editions: 0 };
  },

  documents: (projectId, until, offset, limit) =>
    select(
      compiled(sql`SELECT a.digest, a.change_id ${documents(projectId, until)}
        ORDER BY a.digest LIMIT ${sql.lit(limit)} OFFSET ${sql.lit(offset)}`),
      documentRow,
    ),

  editions: (projectId, until, offset, limit) =>
    select(
      compiled(sql`SELECT e.id, e.page_id, e.body ${editions(projectId, until)}
        ORDER BY j.version LIMIT ${sql.lit(limit)} OFFSET ${sql.lit(offset)}`),
      editionRow,
    ),
};
