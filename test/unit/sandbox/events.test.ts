import type { Sandbox } from '../../../sandbox/api';
import { logged, smallApp } from './app';
import { aProject, anIssue } from './support';

const BACKEND = `
exports.watch = (event) => {
  console.log(JSON.stringify(event));
  if (event.issue?.fields.summary === 'broken') throw new Error('broken');
  if (event.issue?.fields.summary === 'later') {
    return { _retry: true, retryOptions: { retryAfter: 60, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { page: 2 } } };
  }
};
`;
const manifest = (scope: string, event = 'avi:jira:updated:issue') => `
app: { id: 'ari:cloud:ecosystem::app/test' }
permissions: { scopes: ['${scope}'] }
modules:
  trigger:
    - key: watch
      function: watch-fn
      filter: { ignoreSelf: true }
      events:
        - avi:jira:created:issue
        - ${event}
        - avi:jira:deleted:issue
        - avi:jira:created:issuelink
        - avi:jira:deleted:issuelink
        - avi:jira:released:version
        - avi:jira:softdeleted:project
  function: [{ key: watch-fn, handler: index.watch }]
`;

describe('product events', () => {
  const app = smallApp(BACKEND, manifest('read:jira-work'));
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await app.open();
    sandbox.site.replaceProjects([aProject('A', [anIssue('A-1'), anIssue('A-2')])]);
  });
  afterEach(() => sandbox.close());
  afterAll(() => app.remove());

  const types = () => logged(sandbox, 'watch').map((event) => (event as { eventType: string }).eventType);

  it('reach the trigger after their delay, with the documented payload', async () => {
    sandbox.site.updateIssue('A-1', { status: 'Doing', statusCategory: 'indeterminate' }, { by: 'sandbox-admin' });
    expect(await sandbox.events.deliverDue()).toBe(0);
    sandbox.clock.advance(2_001);
    expect(await sandbox.events.deliverDue()).toBe(1);
    const id = sandbox.site.findIssue('A-1')?.id;
    expect(logged(sandbox, 'watch')).toMatchObject([
      {
        eventType: 'avi:jira:updated:issue',
        issue: { id, key: 'A-1', fields: { status: { name: 'Doing' }, project: { key: 'A' } } },
        changelog: { items: [{ fieldId: 'status', fromString: 'To Do', toString: 'Doing' }] },
        atlassianId: 'sandbox-admin',
        selfGenerated: false,
        context: { moduleKey: 'watch' },
      },
    ]);
    expect(sandbox.meter.invocations().at(-1)).toMatchObject({ accountId: null, outcome: 'returned' });
  });

  it('tell of links by the ids of both ends, of a released version, and nothing of the issues of a deleted project', async () => {
    const [one, two] = ['A-1', 'A-2'].map((key) => sandbox.site.findIssue(key)?.id);
    const { id } = sandbox.site.addLink({ type: 'Blocks', from: 'A-1', to: 'A-2' });
    sandbox.site.removeLink(id);
    const version = sandbox.site.createVersion({ project: 'A', name: '1.0' });
    sandbox.site.updateVersion(version.id, { released: true });
    sandbox.site.deleteProject('A');
    await sandbox.events.deliverAll();
    const link = { id, sourceIssueId: one, destinationIssueId: two, issueLinkType: { name: 'Blocks' } };
    expect(logged(sandbox, 'watch')).toMatchObject([
      { eventType: 'avi:jira:created:issuelink', ...link },
      { eventType: 'avi:jira:deleted:issuelink', ...link },
      { eventType: 'avi:jira:released:version', version: { id: version.id, released: true } },
      { eventType: 'avi:jira:softdeleted:project', project: { key: 'A' } },
    ]);
  });

  it('come again, at most four times, when the app fails or asks for it', async () => {
    sandbox.site.createIssue({ project: 'A', summary: 'broken' });
    sandbox.site.createIssue({ project: 'A', summary: 'later' });
    sandbox.clock.advance(3_000);
    await sandbox.events.deliverDue();
    sandbox.clock.advance(59_000);
    expect(sandbox.events.pending().map(({ attempts }) => attempts)).toEqual([1, 1]);
    await sandbox.events.deliverAll();
    expect(sandbox.events.pending()).toEqual([]);
    const contexts = logged(sandbox, 'watch').map((event) => (event as { retryContext?: unknown }).retryContext);
    expect(contexts).toHaveLength(10);
    expect(contexts).toContainEqual({ retryCount: 4, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', retryData: null });
    expect(contexts).toContainEqual({ retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { page: 2 } });
  });

  it('are doubled, dropped and put in another order as planned, the same for the same seed', async () => {
    const run = async (plan: Parameters<typeof sandbox.events.plan>[0]) => {
      sandbox.meter.reset();
      sandbox.events.plan(plan);
      for (const summary of ['a', 'b', 'c', 'd', 'e', 'f']) sandbox.site.updateIssue('A-1', { summary });
      await sandbox.events.deliverAll();
      return logged(sandbox, 'watch').map(
        (event) => (event as { issue: { fields: { summary: string } } }).issue.fields.summary,
      );
    };
    expect(await run(null)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect((await run({ seed: 1, double: 1 })).length).toBe(12);
    expect(await run({ seed: 1, drop: 1 })).toEqual([]);
    const shuffled = await run({ seed: 1, shuffle: true });
    expect(shuffled).not.toEqual(shuffled.toSorted());
    expect(shuffled.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(await run({ seed: 1, shuffle: true })).toEqual(shuffled);
  });

  it('survive a restart', async () => {
    const directory = `${app.folder}/state`;
    const first = await app.open({ directory });
    first.site.createIssue({ project: first.site.projects()[0]?.key ?? '', summary: 'kept' });
    await first.close();
    const second = await app.open({ directory });
    expect(await second.events.deliverAll()).toBe(1);
    expect(logged(second, 'watch')).toMatchObject([{ issue: { fields: { summary: 'kept' } } }]);
    await second.close();
  });

  it('need their scopes, and have to exist', async () => {
    const without = smallApp(BACKEND, manifest('read:jira-user'));
    await expect(without.open()).rejects.toThrow('needs the scope read:jira-work');
    without.remove();
    const unknown = smallApp(BACKEND, manifest('read:jira-work', 'avi:jira:exploded:issue'));
    await expect(unknown.open()).rejects.toThrow('no event of the platform');
    unknown.remove();
    expect(types()).toEqual([]);
  });
});
