import { randomUUID } from 'node:crypto';
import type { Issue } from '../../sandbox/api';
import { anOpenIssue } from '../support/issues';
import { catchUp, letADayPass, mirrorOf, mirrorProject, siteOf } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const HOUR = 60 * 60 * 1_000;

let app: PreparedSandbox;
let projectId: string;
let otherId: string;

beforeAll(async () => {
  app = await prepareSandbox();
  const { site } = app.sandbox;
  projectId = anOpenIssue(app.sandbox).projectId;
  otherId = site.createProject({ key: 'ELSE', name: 'Elsewhere' }).id;
  site.createIssue({ project: otherId, summary: 'One of another project' });
  await app.sandbox.deliver('avi:forge:installed:app');
  await app.sandbox.events.deliverAll();
}, 60_000);
afterAll(() => app.sandbox.close());

const admin = () => ({ as: PEOPLE.admin, on: anOpenIssue(app.sandbox).id });
const status = (of: string) => app.succeed('mirror.status', { projectId: of }, admin());

async function expectInStep(projects = [projectId, otherId]): Promise<void> {
  expect(await mirrorOf(app.sandbox)).toEqual(siteOf(app.sandbox, projects));
}

function issue(at = 0): Issue {
  const { issues } = app.sandbox.site.issues(projectId, { offset: 0, limit: 100 });
  const found = issues.filter(({ restricted }) => !restricted)[at];
  if (found === undefined) throw new Error('The site has too few issues');
  return found;
}

describe('before anybody asks for it', () => {
  it('an event costs one statement and no point, and leaves nothing', async () => {
    app.sandbox.site.updateIssue(issue().id, { summary: 'Nobody mirrors this' });
    app.sandbox.meter.reset();
    await app.sandbox.events.deliverAll();
    const [invocation, ...others] = app.sandbox.meter.invocations();
    expect(others).toEqual([]);
    expect(invocation).toMatchObject({ name: 'jira-events', sqlStatements: 1, jiraPoints: 0, outcome: 'returned' });
    expect(await app.sandbox.query('SELECT issue_id FROM mirror_dirty')).toEqual([]);
    expect(await status(projectId)).toMatchObject({ state: 'none', progress: null, issues: 0 });
  });
});

describe('a project that somebody asked for', () => {
  it('is read whole, restricted issues included, while its state can be followed', async () => {
    await app.succeed('mirror.rebuild', { commandId: randomUUID(), projectId }, admin());
    expect(await status(projectId)).toMatchObject({ state: 'building', progress: { done: 0, expected: null } });
    await catchUp(app.sandbox);
    await expectInStep([projectId]);
    const { issues, ...rest } = await status(projectId);
    expect(issues).toBe(siteOf(app.sandbox, [projectId]).issues.length);
    expect(rest).toMatchObject({ state: 'ready', progress: null, waiting: 0, waitingSince: null, pausedUntil: null });
    await mirrorProject(app, otherId);
    await expectInStep();
  });

  it('holds no description and nobody', async () => {
    const rows = JSON.stringify(await app.sandbox.query('SELECT * FROM mirror_issue'));
    for (const person of app.sandbox.site.people()) expect(rows).not.toContain(person.accountId);
    const described = app.sandbox.site.findIssue(issue().id)?.description ?? 'no description';
    expect(rows).not.toContain(described.slice(0, 40));
  });

  it('costs one point and one call for an issue that changed twenty times', async () => {
    for (let count = 0; count < 20; count += 1) {
      app.sandbox.site.updateIssue(issue().id, { summary: `Said ${count} times` });
    }
    await app.sandbox.events.deliverAll();
    app.sandbox.meter.reset();
    await catchUp(app.sandbox);
    const calls = app.sandbox.meter.invocations().flatMap((invocation) => invocation.calls);
    const asked = calls.filter((call) => call.kind === 'jira').map(({ what, as, points }) => ({ what, as, points }));
    expect(asked).toEqual([{ what: 'POST /rest/api/3/issue/bulkfetch', as: 'app', points: 2 }]);
    await expectInStep();
  });
});

describe('what events tell is in the mirror after the next run', () => {
  const changes: readonly (readonly [string, () => unknown])[] = [
    ['a new issue', () => app.sandbox.site.createIssue({ project: projectId, summary: 'Made just now' })],
    [
      'changed fields',
      () =>
        app.sandbox.site.updateIssue(issue(1).id, {
          status: 'Done',
          statusCategory: 'done',
          priority: 'High',
          dueDate: '2027-01-31',
          originalEstimateSeconds: 7_200,
          remainingEstimateSeconds: 3_600,
          timeSpentSeconds: 1_800,
          components: ['Berths', 'Tides'],
        }),
    ],
    ['a move to another mirrored project, with a new key', () => app.sandbox.site.moveIssue(issue(2).id, otherId)],
    ['a deleted issue', () => app.sandbox.site.deleteIssue(issue(3).id)],
    ['a new link', () => app.sandbox.site.addLink({ type: 'Blocks', from: issue(4).key, to: issue(5).key })],
    [
      'a removed link',
      () =>
        app.sandbox.site.removeLink(
          app.sandbox.site.links(issue(4).id).find((link) => link.type === 'Blocks')?.id ?? '',
        ),
    ],
    [
      'a version that issues are given',
      () => {
        const version = app.sandbox.site.createVersion({ project: projectId, name: '9.0', releaseDate: '2027-06-30' });
        app.sandbox.site.updateIssue(issue(6).id, { fixVersions: [version.name] });
      },
    ],
    ['a released version', () => app.sandbox.site.updateVersion(versionNamed('9.0'), { released: true })],
    [
      'a deleted version, which its issues lose without a word',
      () => app.sandbox.site.deleteVersion(versionNamed('9.0')),
    ],
    [
      'an issue below one of another project',
      () => {
        const [epic] = app.sandbox.site.issues(otherId, { offset: 0, limit: 1 }).issues;
        if (epic === undefined) throw new Error('The other project is empty');
        app.sandbox.site.createIssue({ project: projectId, summary: 'Below it', parentKey: epic.key });
      },
    ],
    ['a project in the bin, with all its issues', () => app.sandbox.site.deleteProject(otherId)],
    ['a project taken out of the bin', () => app.sandbox.site.restoreProject(otherId)],
    ['an archived project', () => app.sandbox.site.archiveProject(otherId)],
    ['a project out of the archive', () => app.sandbox.site.unarchiveProject(otherId)],
  ];

  function versionNamed(name: string): string {
    return app.sandbox.site.versions(projectId).find((version) => version.name === name)?.id ?? '';
  }

  it.each(changes)('%s', async (_, change) => {
    app.sandbox.clock.advance(HOUR);
    change();
    await catchUp(app.sandbox);
    await expectInStep();
  });
});

describe('what no event tells is in the mirror after a day', () => {
  const dropped = { seed: 7, drop: 1 };

  it('a change whose event was lost is found by the hourly reconciliation', async () => {
    app.sandbox.events.plan(dropped);
    app.sandbox.site.updateIssue(issue(7).id, { summary: 'Nobody was told' });
    await catchUp(app.sandbox);
    app.sandbox.events.plan(null);
    app.sandbox.clock.advance(HOUR);
    await app.sandbox.runSchedule('hourly');
    await expectInStep();
  });

  it('an archived issue, for which there is no event at all', async () => {
    app.sandbox.site.archiveIssue(issue(8).id);
    await letADayPass(app.sandbox);
    await expectInStep();
    app.sandbox.site.unarchiveIssue(issue(8).id);
    await letADayPass(app.sandbox);
    await expectInStep();
  });

  it('a deletion whose event was lost', async () => {
    app.sandbox.events.plan(dropped);
    app.sandbox.site.deleteIssue(issue(9).id);
    await catchUp(app.sandbox);
    app.sandbox.events.plan(null);
    await letADayPass(app.sandbox);
    await expectInStep();
  });

  it('a link whose event was lost is found by the weekly reading at the latest', async () => {
    app.sandbox.events.plan(dropped);
    app.sandbox.site.addLink({ type: 'Blocks', from: issue(10).key, to: issue(11).key });
    await catchUp(app.sandbox);
    app.sandbox.events.plan(null);
    app.sandbox.clock.advance(7 * 24 * HOUR);
    await letADayPass(app.sandbox);
    await expectInStep();
  });
});

describe('the state day by day', () => {
  it('covers every day since the first issue, and today by the hour', async () => {
    await mirrorProject(app, projectId);
    await app.sandbox.runSchedule('hourly');
    const today = new Date(app.sandbox.clock.now()).toISOString().slice(0, 10);
    const rows = await app.sandbox.query('SELECT * FROM mirror_day WHERE project_id = ? ORDER BY day', [projectId]);
    const { issues } = siteOf(app.sandbox, [projectId]);
    const first = Math.min(...issues.map(({ created }) => created));
    expect(rows[0]).toMatchObject({ day: new Date(first).toISOString().slice(0, 10) });
    const days = (Date.parse(today) - Date.parse(String(rows[0]?.['day']))) / (24 * HOUR) + 1;
    expect(rows).toHaveLength(days);
    const inCategory = (category: string) => issues.filter((one) => one.status_category === category).length;
    expect(rows.at(-1)).toMatchObject({
      day: today,
      new_count: inCategory('new'),
      indeterminate_count: inCategory('indeterminate'),
      done_count: inCategory('done'),
      live: 1,
    });
  });
});
