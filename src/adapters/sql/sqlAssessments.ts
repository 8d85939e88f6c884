import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { z } from 'zod';
import type { AssessmentStore } from '../../application/impact/ports';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';

/** Half of what a request may hold, so that the statement around it fits too. */
const PART_LENGTH = 512 * 1024;
/** So many parts fit into the 4 MiB of one answer. */
const PARTS_PER_ANSWER = 6;

/** Hours without upkeep are made up for; what is older was looked at before. */
const SWEEP_WINDOW = 7 * 24 * 60 * 60 * 1_000;
const SWEEP_BATCH = 50;

const partRow = z.object({ part: wholeNumber, parts: wholeNumber, body: z.string() });
const deflate = promisify(gzip);
const inflate = promisify(gunzip);

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += PART_LENGTH) pieces.push(text.slice(start, start + PART_LENGTH));
  return pieces;
}

/** Texts by their digests, compressed and in parts, in Forge SQL. */
export const sqlAssessments: AssessmentStore = {
  async save({ projectId, changeId, digest, text, at }) {
    const pieces = piecesOf((await deflate(text)).toString('base64'));
    for (const [part, body] of pieces.entries()) {
      const values = [digest, part, pieces.length, projectId, changeId, body, at];
      // The same text again is the same parts: whoever was first is right.
      const insert = sql`INSERT INTO assessment (digest, part, parts, project_id, change_id, body, written_at)
        VALUES (${sql.join(values)}) ON DUPLICATE KEY UPDATE written_at = VALUES(written_at)`;
      await execute({ compile: () => insert.compile(db) });
    }
  },

  async read(digest) {
    const found = db.selectFrom('assessment').select(['part', 'parts', 'body']).where('digest', '=', digest);
    const bodies: string[] = [];
    for (let total = 1; bodies.length < total;) {
      const page = found.where('part', '>=', bodies.length).orderBy('part').limit(PARTS_PER_ANSWER);
      const rows = await select(page, partRow);
      const [first] = rows;
      if (first === undefined || rows.some(({ part }, index) => part !== bodies.length + index)) return null;
      total = first.parts;
      bodies.push(...rows.map(({ body }) => body));
    }
    return (await inflate(Buffer.from(bodies.join(''), 'base64'))).toString('utf8');
  },

  async sweepOrphans(before) {
    const orphans = sql`SELECT a.digest FROM assessment AS a
      WHERE a.part = 0 AND a.written_at < ${before} AND a.written_at >= ${before - SWEEP_WINDOW} AND NOT EXISTS (
        SELECT 1 FROM journal AS j WHERE j.item_id = a.change_id AND j.type = 'change.frozen'
          AND j.data LIKE CONCAT('%"', a.digest, '"%'))
      ORDER BY a.digest LIMIT ${sql.lit(SWEEP_BATCH)}`;
    const found = await select({ compile: () => orphans.compile(db) }, z.object({ digest: z.string() }));
    if (found.length === 0) return 0;
    const digests = found.map(({ digest }) => digest);
    await execute(db.deleteFrom('assessment').where('digest', 'in', digests));
    return found.length;
  },
};
