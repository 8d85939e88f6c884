import { aFeedback } from '../support/builders';
import { aSmallProject } from '../support/issues';
import { expectWholeJournal } from '../support/journal';
import { catchUp } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';
import type { Scene } from '../support/scene';

let app: PreparedSandbox;
let scene: Scene;
let other: Scene;
const admin = () => ({ as: PEOPLE.admin, on: other.issueId });

beforeEach(async () => {
  app = await prepareSandbox();
  scene = await setScene(app, aSmallProject(app.sandbox, 'GONE').open.id);
  other = await setScene(app, aSmallProject(app.sandbox, 'KEPT').open.id);
}, 60_000);
afterEach(() => app.sandbox.close());

const TABLES = {
  erasable: 'project_id = ?',
  feedback: 'project_id = ?',
  change_issue: 'project_id = ?',
  change_request: 'project_id = ?',
  contact: 'project_id = ?',
  client: 'project_id = ?',
  assessment: 'project_id = ?',
  journal: "stream = CONCAT('project:', ?)",
  mirror_project: 'id = ?',
  mirror_issue: 'project_id = ?',
  mirror_day: 'project_id = ?',
  edition: "id IN (SELECT item_id FROM journal WHERE stream = CONCAT('project:', ?))",
};

/** How many rows each table has of the project. */
async function rowsOf(projectId: string): Promise<Readonly<Record<string, number>>> {
  const counted = await Promise.all(
    Object.entries(TABLES).map(async ([table, condition]) => {
      const [row] = await app.sandbox.query(`SELECT COUNT(*) AS n FROM ${table} WHERE ${condition}`, [projectId]);
      return [table, Number(row?.['n'])] as const;
    }),
  );
  return Object.fromEntries(counted);
}

const nothing = Object.fromEntries(Object.keys(TABLES).map((table) => [table, 0]));

async function erase({ projectId, projectKey }: Scene): Promise<void> {
  for (let done = false; !done;) {
    ({ isDone: done } = await app.succeed('project.eraseData', { projectId, projectKey }, admin()));
  }
}

describe('erasing all data of a project', () => {
  it('leaves no row of it, all of another project, and the project as it was before the first use', async () => {
    await app.sandbox.runSchedule('hourly');
    const kept = await rowsOf(other.projectId);
    const before = await rowsOf(scene.projectId);
    for (const table of Object.keys(TABLES)) expect({ table, rows: before[table] }).not.toEqual({ table, rows: 0 });
    const [editions] = await app.sandbox.query('SELECT COUNT(*) AS n FROM edition');
    await erase(scene);
    expect(await rowsOf(scene.projectId)).toEqual(nothing);
    const [left] = await app.sandbox.query('SELECT COUNT(*) AS n FROM edition');
    expect(Number(left?.['n'])).toBe(Number(editions?.['n']) - 1);
    expect(await rowsOf(other.projectId)).toEqual(kept);

    const { issueId, projectId } = scene;
    const caller = { as: PEOPLE.member, on: issueId };
    expect(await app.succeed('feedback.list', { issueId, offset: 0 }, caller)).toMatchObject({ items: [] });
    expect(await app.succeed('mirror.status', { projectId }, admin())).toMatchObject({ state: 'none' });
    expect(await app.succeed('settings.get', { projectId }, admin())).toMatchObject({ version: 0 });
    await app.succeed('feedback.record', aFeedback({ issueId }), caller);
    const events = await expectWholeJournal(app.sandbox);
    expect(events.some(({ stream, version }) => stream === `project:${projectId}` && version === 1)).toBe(true);
  });

  it('takes the key of the project, as it is', async () => {
    const { projectId, projectKey } = scene;
    const before = await rowsOf(projectId);
    for (const typed of [projectKey.toLowerCase(), other.projectKey, `${projectKey}X`]) {
      const refused = await app.refuse('project.eraseData', { projectId, projectKey: typed }, admin());
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'projectKey', rule: 'not_the_key' }] });
    }
    expect(await rowsOf(projectId)).toEqual(before);
  });

  it('is finished by the upkeep wherever the invocation died, and the other chain stays whole', async () => {
    const { projectId, projectKey } = scene;
    for (const skip of [3, 8, 12]) {
      app.sandbox.faults.add({ target: 'sql', skip, effect: { type: 'kill-after' } });
      await expect(app.call('project.eraseData', { projectId, projectKey }, admin())).rejects.toThrow();
      app.sandbox.faults.clear();
      await expectWholeJournal(app.sandbox);
    }
    await app.sandbox.runSchedule('hourly');
    expect(await rowsOf(projectId)).toEqual(nothing);
    expect(await app.sandbox.query('SELECT * FROM project_erasure')).toEqual([]);
  });

  it('follows when Jira deletes the project for good, and not when it is in the bin', async () => {
    const { journal } = await rowsOf(scene.projectId);
    expect(journal).toBeGreaterThan(0);
    app.sandbox.site.deleteProject(scene.projectId);
    await catchUp(app.sandbox);
    await app.sandbox.runSchedule('hourly');
    expect(await rowsOf(scene.projectId)).toMatchObject({ journal });
    app.sandbox.site.deleteProject(scene.projectId, { permanently: true });
    await catchUp(app.sandbox);
    await app.sandbox.runSchedule('hourly');
    expect(await rowsOf(scene.projectId)).toEqual(nothing);
    expect(await rowsOf(other.projectId)).not.toEqual(nothing);
  });
});

describe('what a project takes of the database', () => {
  it('is told by kind, grows with what is recorded, and is part of what the site takes', async () => {
    const { projectId, issueId } = scene;
    const usage = () => app.succeed('data.usage', { projectId }, admin());
    const before = await usage();
    const rows = await rowsOf(projectId);
    const share = (of: typeof before, kind: string) => of.shares.find((each) => each.kind === kind);
    expect(share(before, 'journal')?.rows).toBe(rows['journal']);
    expect(share(before, 'texts')?.rows).toBe(rows['erasable']);
    const text = '需求'.repeat(2_000);
    await app.succeed('feedback.record', aFeedback({ issueId, text }), { as: PEOPLE.member, on: issueId });
    const after = await usage();
    expect((share(after, 'texts')?.bytes ?? 0) - (share(before, 'texts')?.bytes ?? 0)).toBeGreaterThan(12_000);
    expect(share(after, 'journal')?.rows).toBeGreaterThan(rows['journal'] ?? 0);
    const own = after.shares.reduce((total, { bytes }) => total + bytes, 0);
    expect(after.siteBytes).toBeGreaterThan(own);
    expect(after.limitBytes).toBe(1_073_741_824);
  });

  it('costs two statements', async () => {
    app.sandbox.meter.reset();
    await app.succeed('data.usage', { projectId: scene.projectId }, admin());
    const calls = app.sandbox.meter.invocations().flatMap((invocation) => invocation.calls);
    expect(calls.filter(({ kind }) => kind === 'sql')).toHaveLength(2);
  });
});
