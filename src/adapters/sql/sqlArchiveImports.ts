import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ArchiveImports, StagedValue } from '../../application/archive/ports';
import { archiveHeader } from '../../contract/archiveFile';
import { streamOf } from '../../domain/journal/chain';
import type { FoundEvent } from '../../domain/journal/found';
import { wholeNumber } from './columns';
import { db, execute, insertUnlessDuplicate, select } from './database';
import { EVENT_COLUMNS, rowOf } from './eventRow';
import { packed } from './sqlEditions';

const json = z.string().transform((text): unknown => JSON.parse(text));
const stateRow = z
  .object({
    import_id: z.string(),
    header: json.pipe(archiveHeader),
    next_line: wholeNumber,
    head_version: wholeNumber,
    head_hash: z.string(),
    contents: wholeNumber,
    moving: wholeNumber,
  })
  .transform((row) => ({
    importId: row.import_id,
    header: row.header,
    nextLine: row.next_line,
    head: row.head_version === 0 ? null : { version: row.head_version, hash: row.head_hash },
    contents: row.contents,
    isMoving: row.moving === 1,
  }));
const versionRow = z.object({ item_id: z.string(), version: wholeNumber });
const frozenRow = z.object({
  data: json.pipe(z.custom<object>((value) => typeof value === 'object' && value !== null)),
});
const pieceRow = z.object({ part: wholeNumber, body: z.string() });
const lowestRow = z.object({ version: wholeNumber, hash: z.string(), staged: z.string().nullable() });
const projectRow = z.object({ project_id: z.string() });
const oneRow = z.object({ one: wholeNumber });
const compiled = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(db) });

const TABLES = ['archive_piece', 'archive_event', 'archive_import'] as const;
/** So many pieces fit into the 4 MiB of one answer. */
const PIECES_PER_ANSWER = 24;

async function forget(projectId: string): Promise<void> {
  for (const table of TABLES) {
    await execute(compiled(sql`DELETE FROM ${sql.table(table)} WHERE project_id = ${projectId}`));
  }
}

function columns(names: readonly string[]) {
  return sql.join(names.map((name) => sql.ref(name)));
}

async function stageEvents(projectId: string, events: readonly FoundEvent[]): Promise<void> {
  const rows = events.map((event) => ({ project_id: projectId, ...rowOf(event, event.commandId) }));
  const [first] = rows;
  if (first === undefined) return;
  const values = rows.map((row) => sql`(${sql.join(Object.values(row))})`);
  // A call that died after this is sent again: the same rows are there then.
  await execute(
    compiled(sql`INSERT INTO archive_event (${columns(Object.keys(first))}) VALUES ${sql.join(values)}
      ON DUPLICATE KEY UPDATE version = VALUES(version)`),
  );
}

async function stageValues(projectId: string, values: readonly StagedValue[], at: number): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map(({ id, commandId, found }) => {
    const { salt, value, isAccount } = found.state === 'kept' ? found : { salt: null, value: null, isAccount: false };
    const [body, account] = isAccount ? [null, value] : [value, null];
    return sql`(${sql.join([id, projectId, commandId, isAccount ? 'account' : 'text', salt, body, account, at])})`;
  });
  await execute(
    compiled(sql`INSERT INTO erasable (id, project_id, attempt_id, kind, salt, body, account_id, created_at)
      VALUES ${sql.join(rows)} ON DUPLICATE KEY UPDATE id = VALUES(id)`),
  );
}

async function exists(condition: RawBuilder<unknown>): Promise<boolean> {
  return (await select(compiled(sql`SELECT 1 AS one FROM ${condition} LIMIT 1`), oneRow)).length > 0;
}

/** Imports on their way, in tables of their own in Forge SQL. */
export const sqlArchiveImports: ArchiveImports = {
  async find(projectId) {
    const found = sql`SELECT import_id, header, next_line, head_version, head_hash, contents, moving
      FROM archive_import WHERE project_id = ${projectId}`;
    return (await select(compiled(found), stateRow))[0] ?? null;
  },

  async begin(projectId, importId, header, at) {
    await forget(projectId);
    const values = [projectId, importId, JSON.stringify(header), 0, 0, '', 0, 0, at];
    await execute(
      compiled(sql`INSERT INTO archive_import
          (project_id, import_id, header, next_line, head_version, head_hash, contents, moving, touched_at)
        VALUES (${sql.join(values)})`),
    );
  },

  advance: (projectId, from, { importId, nextLine, head, contents }, at) =>
    execute(
      compiled(sql`UPDATE archive_import SET next_line = ${nextLine}, head_version = ${head?.version ?? 0},
          head_hash = ${head?.hash ?? ''}, contents = ${contents}, touched_at = ${at}
        WHERE project_id = ${projectId} AND import_id = ${importId} AND next_line = ${from}`),
    ),

  beginMoving: (projectId, importId) =>
    execute(
      compiled(sql`UPDATE archive_import SET moving = 1 WHERE project_id = ${projectId} AND import_id = ${importId}`),
    ),

  async itemVersions(projectId, upTo, itemIds) {
    const found = sql`SELECT item_id, MAX(item_version) AS version FROM archive_event
      WHERE project_id = ${projectId} AND version <= ${upTo} AND item_id IN (${sql.join(itemIds)}) GROUP BY item_id`;
    return new Map((await select(compiled(found), versionRow)).map(({ item_id, version }) => [item_id, version]));
  },

  async belongElsewhere(projectId, { items, commands, values }) {
    const stream = streamOf(projectId);
    const anywhere = await Promise.all([
      exists(sql`journal WHERE item_id IN (${sql.join(items)}) AND stream <> ${stream}`),
      exists(sql`journal WHERE command_id IN (${sql.join(commands)}) AND stream <> ${stream}`),
      exists(sql`erasable WHERE id IN (${sql.join(values)}) AND project_id <> ${projectId}`),
    ]);
    return anywhere.some(Boolean);
  },

  async stage(projectId, events, values, at) {
    await stageValues(projectId, values, at);
    await stageEvents(projectId, events);
  },

  async frozen(projectId, itemId) {
    const found = sql`SELECT data FROM archive_event WHERE project_id = ${projectId} AND item_id = ${itemId}
      AND type IN ('change.frozen', 'edition.frozen') ORDER BY version`;
    return (await select(compiled(found), frozenRow)).map(({ data }) => data);
  },

  keepPiece: (projectId, name, { part, body }) =>
    execute(
      compiled(sql`INSERT INTO archive_piece (project_id, name, part, body) VALUES (${sql.join([projectId, name, part, body])})
        ON DUPLICATE KEY UPDATE body = VALUES(body)`),
    ),

  async assemble(projectId, name, parts) {
    const bodies: string[] = [];
    while (bodies.length < parts) {
      const page = sql`SELECT part, body FROM archive_piece WHERE project_id = ${projectId} AND name = ${name}
        AND part >= ${bodies.length} ORDER BY part LIMIT ${sql.lit(PIECES_PER_ANSWER)}`;
      const rows = await select(compiled(page), pieceRow);
      if (rows.length === 0 || rows.some(({ part }, index) => part !== bodies.length + index)) return null;
      bodies.push(...rows.map(({ body }) => body));
    }
    await execute(compiled(sql`DELETE FROM archive_piece WHERE project_id = ${projectId} AND name = ${name}`));
    return bodies.join('');
  },

  async keepEdition({ id, pageId, report }, at) {
    const body = report === null ? null : packed(report);
    await insertUnlessDuplicate(db.insertInto('edition').values({ id, page_id: pageId, body, created_at: at }));
  },

  async lowest(projectId) {
    const found = sql`SELECT j.version, j.hash, a.hash AS staged FROM journal AS j
      LEFT JOIN archive_event AS a ON a.project_id = ${projectId} AND a.version = j.version
      WHERE j.stream = ${streamOf(projectId)} ORDER BY j.version LIMIT 1`;
    const [row] = await select(compiled(found), lowestRow);
    return row === undefined ? null : { version: row.version, isStaged: row.hash === row.staged };
  },

  async move(projectId, from, to) {
    const names = columns(EVENT_COLUMNS);
    await insertUnlessDuplicate(
      compiled(sql`INSERT INTO journal (${names}) SELECT ${names} FROM archive_event
        WHERE project_id = ${projectId} AND version >= ${from} AND version <= ${to}`),
    );
  },

  clear: forget,

  async sweep(before) {
    const stale = sql`SELECT project_id FROM archive_import WHERE touched_at < ${before} AND moving = 0`;
    for (const { project_id } of await select(compiled(stale), projectRow)) await forget(project_id);
  },
};
