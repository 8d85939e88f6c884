import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Editions, StoredEdition } from '../../application/summary/editions';
import { TIERS } from '../../contract/settings';
import { streamOf } from '../../domain/journal/chain';
import { STATUS_CATEGORIES } from '../../domain/mirror/issue';
import type { Report } from '../../domain/summary/report';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';

const category = z.enum(STATUS_CATEGORIES);
const milestone = z.object({
  name: z.string(),
  released: z.boolean(),
  releaseDate: z.string().nullable(),
  expected: z.string().nullable(),
});
const reportShape: z.ZodType<Report> = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      projectId: z.string(),
      summary: z.string(),
      type: z.string(),
      status: z.string(),
      statusCategory: category,
      created: z.number(),
      resolved: z.number().nullable(),
      due: z.string().nullable(),
      milestone: milestone.nullable(),
      // Not given a default: an old edition has to keep its digest.
      components: z.array(z.string()).exactOptional(),
      parent: z.object({ id: z.string(), key: z.string(), summary: z.string() }).nullable(),
      work: z.array(z.object({ id: z.string(), isDone: z.boolean() })),
      changes: z.array(
        z.object({
          issueId: z.string(),
          number: z.number(),
          tier: z.enum(TIERS).nullable(),
          isWaiting: z.boolean(),
        }),
      ),
      clients: z.array(z.string()),
      openFeedback: z.number(),
      overdueFeedback: z.number(),
    }),
  ),
  steps: z.array(z.object({ day: z.string(), previous: category.nullable(), category, count: z.number() })),
  named: z.number(),
  isCut: z.boolean(),
  at: z.number(),
});

const frozenData = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(
    z.object({
      projectId: z.string(),
      pageId: z.string(),
      macroId: z.string(),
      number: z.number(),
      name: z.object({ ref: z.string() }),
      note: z.object({ ref: z.string() }).nullable(),
      date: z.string(),
      sha256: z.string(),
      forEveryone: z.boolean(),
    }),
  );
const editionRow = z
  .object({ id: z.string(), at: wholeNumber, data: frozenData, actor_ref: z.string(), erased: wholeNumber })
  .transform(({ id, at, data, actor_ref, erased }): StoredEdition => {
    const { name, note, ...facts } = data;
    return {
      ...{ id, projectId: facts.projectId, pageId: facts.pageId, macroId: facts.macroId, number: facts.number },
      ...{ date: facts.date, sha256: facts.sha256, forEveryone: facts.forEveryone },
      nameRef: name.ref,
      noteRef: note?.ref ?? null,
      frozenAt: at,
      frozenByRef: actor_ref,
      isErased: erased > 0,
    };
  });
const projectRow = z
  .object({ stream: z.string() })
  .transform(({ stream }) => ({ projectId: stream.slice(streamOf('').length) }));
const bodyRow = z.object({ body: z.string().nullable() });

/** Only what the journal says was frozen; where the macro stands is in the event, too. */
function frozen(which: RawBuilder<unknown>, most: RawBuilder<unknown> = sql``) {
  const query = sql`SELECT j.item_id AS id, j.at, j.data, j.actor_ref,
      (SELECT COUNT(*) FROM journal x WHERE x.item_id = j.item_id AND x.type = 'edition.erased') AS erased
    FROM edition e JOIN journal j ON j.item_id = e.id AND j.item_version = 1
    WHERE ${which} ORDER BY j.at, j.item_id ${most}`;
  return select({ compile: () => query.compile(db) }, editionRow);
}

/** A report as it was frozen; null when the text is none. */
export function readReport(text: string): Report | null {
  try {
    return reportShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A report as it is kept. */
export function packed(report: Report): string {
  return gzipSync(JSON.stringify(report)).toString('base64');
}

function unpacked(body: string): Report {
  return reportShape.parse(JSON.parse(gunzipSync(Buffer.from(body, 'base64')).toString()));
}

/** Editions in Forge SQL: the decision in the journal, what was frozen compressed beside it. */
export const sqlEditions: Editions = {
  async ofMacro(pageId, macroId) {
    const found = await frozen(sql`e.page_id = ${pageId}`);
    return found.filter((edition) => edition.macroId === macroId);
  },

  onPage: (pageId) => frozen(sql`e.page_id = ${pageId}`),

  async find(id) {
    return (await frozen(sql`e.id = ${id}`))[0] ?? null;
  },

  async content(id) {
    const found = db.selectFrom('edition').select('body').where('id', '=', id);
    const body = (await select(found, bodyRow))[0]?.body ?? null;
    return body === null ? null : unpacked(body);
  },

  async keep(id, pageId, report, now) {
    await execute(db.insertInto('edition').values({ id, page_id: pageId, body: packed(report), created_at: now }));
  },

  async eraseContent(id) {
    await execute(db.updateTable('edition').set({ body: null }).where('id', '=', id));
  },

  async projectsBefore(instant) {
    const found = sql`SELECT DISTINCT j.stream FROM edition e
      JOIN journal j ON j.item_id = e.id AND j.item_version = 1
      WHERE e.body IS NOT NULL AND j.at < ${instant} ORDER BY j.stream`;
    return (await select({ compile: () => found.compile(db) }, projectRow)).map(({ projectId }) => projectId);
  },

  unerasedBefore: (projectId, instant, limit) =>
    frozen(
      sql`j.stream = ${streamOf(projectId)} AND j.at < ${instant} AND e.body IS NOT NULL`,
      sql`LIMIT ${sql.lit(limit)}`,
    ),

  async sweep(before) {
    const drop = sql`DELETE FROM edition WHERE created_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM journal AS j WHERE j.item_id = edition.id)`;
    await execute({ compile: () => drop.compile(db) });
    const erase = sql`UPDATE edition SET body = NULL WHERE body IS NOT NULL
      AND EXISTS (SELECT 1 FROM journal AS j WHERE j.item_id = edition.id AND j.type = 'edition.erased')`;
    await execute({ compile: () => erase.compile(db) });
  },

  async goneAmong(issueIds) {
    const gone = db.selectFrom('mirror_issue').select('id').where('gone', '=', 1).where('id', 'in', issueIds);
    return new Set((await select(gone, z.object({ id: z.string() }))).map(({ id }) => id));
  },
};
