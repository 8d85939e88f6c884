import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ProjectData } from '../../application/data/ports';
import { Refusal } from '../../application/refusal';
import { DATA_KINDS } from '../../contract/data';
import type { DataShare } from '../../contract/data';
import { wholeNumber } from './columns';
import { db, execute, executeCounting, select } from './database';
import { PROJECT_TABLES } from './projectTables';
import type { ProjectTable } from './projectTables';

const shareRow = z.object({ kind: z.enum(DATA_KINDS), count: wholeNumber, bytes: wholeNumber });
const projectRow = z.object({ project_id: z.string() });
const MOST_ROUNDS = 20;
const compiled = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(db) });

/** How much the rows take, about; `OCTET_LENGTH` counts bytes in either engine. */
function share({ table, kind, texts, rowBytes }: ProjectTable, condition: RawBuilder<unknown> | null) {
  const lengths = texts.map((column) => sql`COALESCE(OCTET_LENGTH(${sql.ref(column)}), 0)`);
  const bytes = sql.join([sql.lit(rowBytes), ...lengths], sql` + `);
  const where = condition === null ? sql`` : sql` WHERE ${condition}`;
  return sql`SELECT ${sql.lit(kind)} AS kind, COUNT(*) AS count, COALESCE(SUM(${bytes}), 0) AS bytes
    FROM ${sql.table(table)}${where}`;
}

/** Every kind in one statement. */
async function shares(conditionOf: (table: ProjectTable) => RawBuilder<unknown> | null): Promise<readonly DataShare[]> {
  const measured = PROJECT_TABLES.filter(({ kind }) => kind !== null);
  const statement = sql.join(
    measured.map((table) => share(table, conditionOf(table))),
    sql` UNION ALL `,
  );
  const rows = await select(compiled(statement), shareRow);
  return DATA_KINDS.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const sum = (of: 'count' | 'bytes') => own.reduce((total, row) => total + row[of], 0);
    return { kind, rows: sum('count'), bytes: sum('bytes') };
  });
}

/** Deletes the project's rows from the table; not empty when there were more than a call should take. */
async function deleteFrom({ table, of, batch, order }: ProjectTable, projectId: string) {
  const ordered = order === undefined ? sql`` : sql` ORDER BY ${order}`;
  const some = sql`DELETE FROM ${sql.table(table)} WHERE ${of(projectId)}${ordered} LIMIT ${sql.lit(batch)}`;
  let rows = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const deleted = await executeCounting(compiled(some));
    rows += deleted;
    if (deleted < batch) return { rows, isEmpty: true };
  }
  return { rows, isEmpty: false };
}

/** All of a project's data, in Forge SQL. */
export const sqlProjectData: ProjectData = {
  async deleteSome(projectId) {
    let deleted = 0;
    for (const table of PROJECT_TABLES) {
      const { rows, isEmpty } = await deleteFrom(table, projectId);
      deleted += rows;
      // What comes behind may tell which rows of this table are the project's.
      if (!isEmpty) return deleted;
    }
    return deleted;
  },

  usage: (projectId) => shares(({ of }) => of(projectId)),

  async siteBytes() {
    try {
      return (await shares(() => null)).reduce((total, { bytes }) => total + bytes, 0);
    } catch (error) {
      // A full database cannot be looked through in the five seconds that a statement has.
      if (error instanceof Refusal) return null;
      throw error;
    }
  },

  noteErasure: (projectId, at) =>
    execute(
      compiled(sql`INSERT INTO project_erasure (project_id, noted_at) VALUES (${projectId}, ${at})
        ON DUPLICATE KEY UPDATE noted_at = VALUES(noted_at)`),
    ),

  async erasures() {
    const noted = sql`SELECT project_id FROM project_erasure ORDER BY noted_at, project_id`;
    return (await select(compiled(noted), projectRow)).map(({ project_id }) => project_id);
  },

  erased: (projectId) => execute(compiled(sql`DELETE FROM project_erasure WHERE project_id = ${projectId}`)),
};
