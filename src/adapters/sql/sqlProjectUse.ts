import { sql } from 'kysely';
import { z } from 'zod';
import type { ProjectUseOf } from '../../application/settings/proposeSettings';
import { db, select } from './database';
import { wholeNumber } from './columns';

/** More names than this nobody reads through. */
const MOST_NAMES = 400;

const useRow = z.object({ kind: z.enum(['type', 'status']), name: z.string(), issues: wholeNumber });

/** One statement over the mirror: how many of the project's issues have which type, and which status that means done. */
export const sqlProjectUse: ProjectUseOf = async (projectId) => {
  const statement = sql`
    SELECT 'type' AS kind, type AS name, COUNT(*) AS issues FROM mirror_issue
      WHERE project_id = ${projectId} AND gone = 0 GROUP BY type
    UNION ALL
    SELECT 'status' AS kind, status AS name, COUNT(*) AS issues FROM mirror_issue
      WHERE project_id = ${projectId} AND gone = 0 AND status_category = 'done' GROUP BY status
    ORDER BY kind, issues DESC, name LIMIT ${2 * MOST_NAMES}`;
  const rows = await select({ compile: () => statement.compile(db) }, useRow);
  const named = (kind: (typeof rows)[number]['kind']) =>
    rows.flatMap((row) => (row.kind === kind ? [{ name: row.name, issues: row.issues }] : []));
  return { types: named('type'), doneStatuses: named('status') };
};
