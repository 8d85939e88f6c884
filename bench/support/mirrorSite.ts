import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Sandbox } from '../../sandbox/api';
import { createSandbox } from '../../sandbox/index';
import { growProject } from '../../sandbox/sample/grownProject';
import type { GrowOptions } from '../../sandbox/sample/grownProject';

const ROOT = resolve(__dirname, '../..');
const OPENAPI = resolve(ROOT, '../shared/openapi');
/** `mysql://…` for a MariaDB server, as for `npm start`; libSQL in the measured process otherwise. */
const SQL_URL = process.env['COUNTERSIGN_SQL'];
const ADMIN = 'sandbox-admin';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The measured days begin here, at the start of an hour of Jira's quota; the clock only goes forward. */
const START = Date.UTC(2030, 0, 7, 8);
const SEED = 20_261_125;
const MOST_MINUTES = 24 * 60;

/** A folder for a site's state, away with the process's end. */
export async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a site with every limit that Atlassian documents: that of a folder as `npm start` does, or one in memory. */
export async function openSite(directory: string | null): Promise<Sandbox> {
  const sandbox = await createSandbox({
    directory,
    backend: resolve(ROOT, 'dist/backend/index.cjs'),
    manifest: resolve(ROOT, 'manifest.yml'),
    ...(existsSync(OPENAPI) ? { openApiDirectory: OPENAPI } : {}),
    ...(SQL_URL === undefined ? {} : { sqlUrl: SQL_URL }),
  });
  sandbox.clock.set(START);
  return sandbox;
}

/** A new site with a made-up project of that size, nobody's hand on it for a day, and the app installed. */
export async function prepareSite(
  directory: string | null,
  issues: number,
  more: Pick<GrowOptions, 'estimated'> = {},
): Promise<Sandbox> {
  const sandbox = await openSite(directory);
  growProject(sandbox.site, { issues, seed: SEED, until: START - DAY, ...more });
  await sandbox.deliver('avi:forge:installed:app');
  await sandbox.events.deliverAll();
  return sandbox;
}

/** The project whose mirror is measured: the one that was made up. */
export function projectOf({ site }: Sandbox): string {
  const project = site.projects().find(({ key }) => key === 'GROWN');
  if (project === undefined) throw new Error('The site has no made-up project');
  return project.id;
}

/** Asks for the project's mirror as its administrator. */
async function requestRebuild(sandbox: Sandbox): Promise<void> {
  const projectId = projectOf(sandbox);
  const { issues } = sandbox.site.issues(projectId, { offset: 0, limit: 1 });
  const issueIdOrKey = issues[0]?.id ?? '';
  const payload = { commandId: randomUUID(), projectId };
  const place = { moduleKey: 'project-settings', accountId: ADMIN, issueIdOrKey };
  const answer = await sandbox.invoke({ ...place, procedure: 'mirror.rebuild', payload });
  const accepted = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
  if (!accepted) throw new Error(`The rebuild was refused: ${JSON.stringify(answer)}`);
}

/** Whether the mirror has been read whole and nothing waits to be read; looked up beside the meter. */
async function isAtRest(sandbox: Sandbox): Promise<boolean> {
  const [project] = await sandbox.query('SELECT state, phase FROM mirror_project');
  const waiting = await sandbox.query('SELECT issue_id FROM mirror_dirty LIMIT 1');
  return project?.['state'] === 'ready' && project['phase'] === 'none' && waiting.length === 0;
}

/** Lets a minute pass on the site: events, schedules and queues as they become due. */
export async function passMinute(sandbox: Sandbox): Promise<void> {
  sandbox.clock.advance(MINUTE);
  await sandbox.events.deliverDue();
  await sandbox.schedules.runDue();
  await sandbox.queue.runDue();
}

/**
 * Has the project read whole at its administrator's wish, by the app's own queue and schedules.
 *
 * @returns how many minutes of the site's clock went by while it waited for Jira's quota
 */
export async function rebuild(sandbox: Sandbox): Promise<number> {
  await requestRebuild(sandbox);
  await sandbox.queue.runDue();
  for (let minutes = 0; minutes < MOST_MINUTES; minutes += 1) {
    if (await isAtRest(sandbox)) return minutes;
    await passMinute(sandbox);
  }
  throw new Error('The mirror did not come to rest within a day');
}
