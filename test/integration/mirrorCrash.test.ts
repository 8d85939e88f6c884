import { randomUUID } from 'node:crypto';
import type { Fault } from '../../sandbox/api';
import { covered } from '../support/covered';
import { anOpenIssue } from '../support/issues';
import { catchUp, letADayPass, mirrorOf, siteOf } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

let app: PreparedSandbox;
let projectId: string;

beforeAll(async () => {
  app = await prepareSandbox();
  projectId = anOpenIssue(app.sandbox).projectId;
  await app.sandbox.deliver('avi:forge:installed:app');
}, 60_000);
afterAll(() => app.sandbox.close());

const request = () =>
  app.succeed(
    'mirror.rebuild',
    { commandId: randomUUID(), projectId },
    { as: PEOPLE.admin, on: anOpenIssue(app.sandbox).id },
  );

/** Whether anything of the app was killed since the meter was reset. */
const wasCut = () => app.sandbox.meter.invocations().some(({ outcome }) => outcome === 'killed');

async function expectInStep(): Promise<void> {
  expect(await mirrorOf(app.sandbox)).toEqual(siteOf(app.sandbox, [projectId]));
}

const cases = (['kill-before', 'kill-after'] as const).flatMap((effect) =>
  (['sql', 'jira', 'queue'] as const).map((target) => ({ effect, target })),
);

describe('background work that dies', () => {
  it.each(cases)(
    'at any $target call ($effect) is gone on with, and ends as it should',
    async ({ effect, target }) => {
      for (let skip = 0; ; skip += 1) {
        for (const table of ['mirror_issue', 'mirror_link', 'mirror_project', 'mirror_change']) {
          await app.sandbox.query(`DELETE FROM ${table}`);
        }
        await request();
        app.sandbox.meter.reset();
        const fault: Fault = { target, skip, effect: { type: effect } };
        app.sandbox.faults.add(fault);
        await app.sandbox.queue.drain();
        app.sandbox.faults.clear();
        const cut = wasCut();
        if (cut) covered('crash cuts', 1);
        await catchUp(app.sandbox);
        await expectInStep();
        if (!cut) break;
      }
    },
    120_000,
  );

  it.each(cases)(
    'while it reads what changed, at any $target call ($effect), reads it later',
    async ({ effect, target }) => {
      const { site } = app.sandbox;
      for (let skip = 0; ; skip += 1) {
        const issue = site.createIssue({ project: projectId, summary: `Made before cut ${skip}` });
        site.addLink({ type: 'Blocks', from: issue.key, to: anOpenIssue(app.sandbox).key });
        await app.sandbox.events.deliverAll();
        app.sandbox.meter.reset();
        app.sandbox.faults.add({ target, skip, effect: { type: effect } });
        await app.sandbox.runSchedule('mirror-sync').catch(() => undefined);
        app.sandbox.faults.clear();
        const cut = wasCut();
        if (cut) covered('crash cuts', 1);
        await catchUp(app.sandbox);
        await expectInStep();
        if (!cut) break;
      }
    },
    120_000,
  );
});

describe('background work that Jira refuses', () => {
  const quota = { 'Retry-After': '1800', 'RateLimit-Reason': 'jira-quota-global-based' };

  it('for its quota stops at once, says until when, and goes on afterwards', async () => {
    await request();
    app.sandbox.meter.reset();
    const spent: Fault = {
      target: 'jira',
      matching: 'search/jql',
      effect: { type: 'status', status: 429, headers: quota },
    };
    app.sandbox.faults.add(spent);
    await app.sandbox.queue.drain();
    const asked = app.sandbox.meter.invocations().flatMap(({ calls }) => calls.filter(({ kind }) => kind === 'jira'));
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(1);
    const caller = { as: PEOPLE.admin, on: anOpenIssue(app.sandbox).id };
    const { pausedUntil } = await app.succeed('mirror.status', { projectId }, caller);
    expect(Date.parse(pausedUntil ?? '')).toBeGreaterThan(app.sandbox.clock.now() + 1_700_000);
    app.sandbox.clock.advance(600_000);
    app.sandbox.meter.reset();
    await app.sandbox.runSchedule('mirror-sync');
    await app.sandbox.queue.drain();
    expect(app.sandbox.meter.invocations().flatMap(({ calls }) => calls.filter(({ kind }) => kind === 'jira'))).toEqual(
      [],
    );
    app.sandbox.clock.advance(1_300_000);
    await catchUp(app.sandbox);
    await expectInStep();
  });

  it('for a place in the list that it has forgotten starts that list again', async () => {
    await request();
    await app.sandbox.query(`UPDATE mirror_project SET page_token = 'long ago'`);
    await catchUp(app.sandbox);
    await expectInStep();
  });

  it('in the hourly reconciliation keeps its watermark and reads the same changes an hour later', async () => {
    await letADayPass(app.sandbox);
    const before = await app.sandbox.query('SELECT watermark FROM mirror_project');
    app.sandbox.events.plan({ seed: 1, drop: 1 });
    app.sandbox.site.createIssue({ project: projectId, summary: 'Nobody was told' });
    app.sandbox.events.plan(null);
    app.sandbox.faults.add({ target: 'jira', effect: { type: 'status', status: 429, headers: quota } });
    await app.sandbox.runSchedule('hourly');
    expect(await app.sandbox.query('SELECT watermark FROM mirror_project')).toEqual(before);
    app.sandbox.clock.advance(60 * 60_000);
    await app.sandbox.runSchedule('hourly');
    await expectInStep();
  });
});
