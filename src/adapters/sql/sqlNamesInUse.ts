import { sql } from 'kysely';
import { z } from 'zod';
import type { NamesInUseOf } from '../../application/settings/namesInUse';
import { db, select } from './database';

/** More names than this help nobody to choose. */
const MOST_NAMES = 400;

const nameRow = z.object({ kind: z.enum(['type', 'status', 'link']), name: z.string() });

/** One statement over the mirror: types and statuses of the project's issues, and the link types of the site. */
export const sqlNamesInUse: NamesInUseOf = async (projectId) => {
  const statement = sql`
    SELECT DISTINCT 'type' AS kind, type AS name FROM mirror_issue WHERE project_id = ${projectId} AND gone = 0
    UNION ALL
    SELECT DISTINCT 'status' AS kind, status AS name FROM mirror_issue WHERE project_id = ${projectId} AND gone = 0
    UNION ALL
    SELECT 'link' AS kind, name FROM mirror_link_type
    ORDER BY kind, name LIMIT ${3 * MOST_NAMES}`;
  const rows = await select({ compile: () => statement.compile(db) }, nameRow);
  const named = (kind: (typeof rows)[number]['kind']) =>
    rows.flatMap((row) => (row.kind === kind ? [row.name] : [])).slice(0, MOST_NAMES);
  return { issueTypes: named('type'), statuses: named('status'), linkTypes: named('link') };
};
