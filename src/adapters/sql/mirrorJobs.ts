import { sql } from 'kysely';
import { z } from 'zod';
import type { MirrorProject, MirrorStore } from '../../application/mirror/ports';
import { wholeNumber } from './columns';
import { db, execute, select } from './database';
import { upsert } from './mirrorUpsert';

const projectRow = z
  .object({
    id: z.string(),
    project_key: z.string(),
    state: z.enum(['building', 'ready', 'gone']),
    command_id: z.string(),
    generation: z.string(),
    step: wholeNumber,
    holder: z.string(),
    phase: z.enum(['none', 'issues', 'days', 'sweep']),
    page_token: z.string().nullable(),
    done: wholeNumber,
    expected: wholeNumber.nullable(),
    started_at: wholeNumber,
    touched_at: wholeNumber,
    paused_until: wholeNumber,
    rebuilt_at: wholeNumber.nullable(),
    watermark: wholeNumber,
    counted_at: wholeNumber,
    refresh_mark: z.string().nullable(),
  })
  .transform((row): MirrorProject => ({
    id: row.id,
    key: row.project_key,
    state: row.state,
    commandId: row.command_id,
    generation: row.generation,
    step: row.step,
    holder: row.holder,
    phase: row.phase,
    token: row.page_token,
    done: row.done,
    expected: row.expected,
    startedAt: row.started_at,
    touchedAt: row.touched_at,
    pausedUntil: row.paused_until,
    rebuiltAt: row.rebuilt_at,
    watermark: row.watermark,
    countedAt: row.counted_at,
    refreshMark: row.refresh_mark,
  }));

type Jobs = Pick<
  MirrorStore,
  | 'projects'
  | 'project'
  | 'begin'
  | 'join'
  | 'advance'
  | 'touch'
  | 'finishRebuild'
  | 'finishSweep'
  | 'projectGone'
  | 'moveWatermark'
  | 'counted'
  | 'renamed'
>;

const update = (id: string) => db.updateTable('mirror_project').where('id', '=', id);
const NO_JOB = { phase: 'none', page_token: null, paused_until: 0 };

const GONE = { state: 'gone', generation: '', holder: '', rebuilt_at: null };

/** Mirrored projects and the background work on them, in Forge SQL. */
export const mirrorJobs: Jobs = {
  projects: () => select(db.selectFrom('mirror_project').selectAll().orderBy('id'), projectRow),

  async project(id) {
    const [found] = await select(db.selectFrom('mirror_project').selectAll().where('id', '=', id), projectRow);
    return found ?? null;
  },

  async begin({ id, key, commandId, generation, phase }, at) {
    const job = { command_id: commandId, generation, step: 0, holder: generation, ...NO_JOB, phase, done: 0 };
    const times = { expected: null, started_at: at, touched_at: at };
    const history = { rebuilt_at: null, watermark: at, counted_at: at, refresh_mark: null };
    const row = { id, project_key: key, state: 'building', ...job, ...times, ...history };
    const taken = { project_key: key, ...job, ...times };
    const statement = upsert('mirror_project', [row], {
      ...Object.fromEntries(Object.keys(taken).map((column) => [column, sql`VALUES(${sql.ref(column)})`])),
      state: sql`CASE WHEN state = 'ready' THEN 'ready' ELSE 'building' END`,
    });
    if (statement !== null) await execute(statement);
  },

  join: (projectId, commandId) => execute(update(projectId).set({ command_id: commandId })),

  async advance({ projectId, generation, step, holder, phase, token, done, expected, at }) {
    const stand = { step: step + 1, holder, phase, page_token: token, done, expected, touched_at: at, paused_until: 0 };
    await execute(update(projectId).set(stand).where('generation', '=', generation).where('step', '=', step));
  },

  touch: (projectId, generation, { at, pausedUntil }) =>
    execute(update(projectId).set({ touched_at: at, paused_until: pausedUntil }).where('generation', '=', generation)),

  finishRebuild: (projectId, generation, at) =>
    execute(
      update(projectId)
        .set({ ...NO_JOB, state: 'ready', rebuilt_at: at, counted_at: at })
        .set({ watermark: sql`GREATEST(watermark, started_at)` })
        .where('generation', '=', generation),
    ),

  finishSweep: (projectId, generation, at) =>
    execute(
      update(projectId)
        .set({ ...NO_JOB, counted_at: at })
        .where('generation', '=', generation),
    ),

  projectGone: (projectId, at) => execute(update(projectId).set({ ...NO_JOB, ...GONE, counted_at: at })),

  moveWatermark: (projectId, watermark) =>
    execute(update(projectId).set({ watermark }).where('watermark', '<', watermark)),

  counted: (projectId, at) => execute(update(projectId).set({ counted_at: at })),

  renamed: (projectId, key) => execute(update(projectId).set({ project_key: key })),
};
