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
};
