import type { Fault, SentNotification } from '../../sandbox/api';
import { aChange, onChange } from '../support/builders';
import { mirrorProject } from '../support/mirror';
import { NoticeScene } from '../support/notices';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const QUOTA = { 'Retry-After': '1800', 'RateLimit-Reason': 'jira-quota-global-based' };
const NOTIFY = 'POST /rest/api/3/issue/{issueIdOrKey}/notify';

let app: PreparedSandbox;
let scene: NoticeScene;

beforeEach(async () => {
  app = await prepareSandbox();
  scene = new NoticeScene(app, '2026-03-02T08:00:00Z');
});
afterEach(() => app.sandbox.close());

const to = (sent: readonly SentNotification[]) => sent.map(({ accountId }) => accountId).toSorted();
const { member, otherMember, admin } = PEOPLE;

describe('a message of what waits', () => {
  it('goes once a day to whoever handles it, in their morning, wherever they are', async () => {
    await scene.record(member);
    await scene.record(otherMember);
    await scene.record(otherMember);
    expect(await scene.at('2026-03-09T23:30:00Z')).toEqual([]);
    // Half past eight in Shanghai, half past one in Prague.
    const [first, ...others] = await scene.at('2026-03-10T00:30:00Z');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ accountId: member, issueKey: 'WAIT-1', subject: '[WAIT] 逾期的客户答复：1' });
    expect(await scene.at('2026-03-10T06:30:00Z')).toEqual([]);
    const [second, ...rest] = await scene.at('2026-03-10T07:30:00Z');
    expect(rest).toEqual([]);
    expect(second).toMatchObject({ accountId: otherMember, subject: '[WAIT] Overdue answers to clients: 2' });
    expect(await scene.at('2026-03-10T08:30:00Z')).toEqual([]);
    expect(to(await scene.at('2026-03-11T01:30:00Z'))).toEqual([member]);
    expect(app.sandbox.incomplete()).toEqual([]);
  });

  it.each([
    ['the day before summer time', '2026-03-27', '07'],
    ['the first working day of summer time', '2026-03-30', '06'],
    ['the day before winter time', '2026-10-23', '06'],
    ['the first working day of winter time', '2026-10-26', '07'],
  ])('keeps to eight by the clock on the wall on %s', async (_, day, hour) => {
    await scene.record(otherMember);
    const before = String(Number(hour) - 1).padStart(2, '0');
    expect(await scene.at(`${day}T${before}:59:00Z`)).toEqual([]);
    expect(to(await scene.at(`${day}T${hour}:00:00Z`))).toEqual([otherMember]);
  });

  it('does not come on a day that the project does not work, nor later than in the morning', async () => {
    await scene.choose({ calendar: { holidays: ['2026-03-10'] } });
    await scene.record(otherMember);
    expect(await scene.at('2026-03-08T08:00:00Z')).toEqual([]);
    expect(await scene.at('2026-03-09T12:00:00Z')).toEqual([]);
    expect(await scene.at('2026-03-10T08:00:00Z')).toEqual([]);
    expect(to(await scene.at('2026-03-11T08:00:00Z'))).toEqual([otherMember]);
  });

  it("speaks the site's language and keeps the project's hours where a profile is hidden", async () => {
    app.sandbox.site.updatePerson(member, { hidesProfile: true });
    await scene.choose({ calendar: { timeZone: 'America/New_York' } });
    await scene.record(member);
    expect(await scene.at('2026-03-10T01:00:00Z')).toEqual([]);
    const [sent] = await scene.at('2026-03-10T13:00:00Z');
    expect(sent).toMatchObject({ accountId: member, subject: '[WAIT] Overdue answers to clients: 1' });
  });

  it('tells of decisions that wait, beside what is overdue, and of nothing else', async () => {
    await mirrorProject(app, scene.projectId);
    const caller = { as: otherMember, on: scene.issue.id };
    const raised = await app.succeed('change.raise', aChange({ issueId: scene.issue.id, requestedBy: null }), caller);
    expect(await scene.at('2026-03-03T08:00:00Z')).toEqual([]);
    await app.succeed('change.freeze', onChange(raised), caller);
    await scene.record(otherMember);
    const [sent] = await scene.at('2026-03-10T08:00:00Z');
    expect(sent?.subject).toBe('[WAIT] Overdue answers to clients: 1; Changes waiting for a decision: 1');
    expect(sent?.textBody).toContain('Change 1 waits for a decision since Mar 3, 2026');
    expect(sent?.textBody).toContain('First answers overdue: 1, the oldest since Mar 4, 2026');
    expect(sent?.textBody).toContain('https://site.sandbox.invalid/browse/WAIT-1');
  });

  it('is off by a switch each, and goes to whom the project names', async () => {
    await scene.record(otherMember);
    const [item] = (
      await app.succeed('feedback.list', { issueId: scene.issue.id, offset: 0 }, { as: admin, on: scene.issue.id })
    ).items;
    if (item === undefined) throw new Error('Nothing was recorded');
    const move = {
      commandId: crypto.randomUUID(),
      feedbackId: item.id,
      expectedVersion: 1,
      to: 'acknowledged' as const,
    };
    await app.succeed('feedback.move', move, { as: admin, on: scene.issue.id });
    await scene.choose({ notifications: { overdue: false } });
    expect(await scene.at('2026-06-09T07:00:00Z')).toEqual([]);
    await scene.choose({ notifications: { overdue: true, decisions: false } });
    expect(to(await scene.run())).toEqual([admin]);
    await scene.choose({ notifications: { told: ['recorder', 'handler'] } });
    expect(to(await scene.at('2026-06-10T07:00:00Z'))).toEqual([admin, otherMember].toSorted());
  });

  it('does not go to accounts that are closed, erased or have lost their way to the issue', async () => {
    await scene.record(member);
    await scene.record(otherMember);
    app.sandbox.site.updatePerson(member, { active: false });
    app.sandbox.site.updatePerson(otherMember, { role: 'outsider' });
    for (const hour of ['00:30', '07:30']) expect(await scene.at(`2026-03-10T${hour}:00Z`)).toEqual([]);
    app.sandbox.site.updatePerson(member, { active: true });
    const erase = { commandId: crypto.randomUUID(), projectId: scene.projectId, accountId: member };
    await app.succeed('person.erase', erase, { as: admin, on: scene.issue.id });
    expect(await scene.at('2026-03-11T00:30:00Z')).toEqual([]);
  });
});

describe('what a message tells', () => {
  it('is nothing of issues that its reader may not see', async () => {
    await scene.record(otherMember, scene.secret);
    await scene.record(otherMember);
    app.sandbox.site.updatePerson(otherMember, { role: 'reader' });
    const [sent] = await scene.at('2026-03-10T08:00:00Z');
    expect(sent).toMatchObject({ issueKey: 'WAIT-1', subject: '[WAIT] Overdue answers to clients: 1' });
    expect(JSON.stringify(sent)).not.toMatch(/WAIT-2|Cut the fee/u);
  });

  it('is the most urgent issue alone where Jira does not say what they may see', async () => {
    await scene.record(otherMember, scene.secret);
    app.sandbox.clock.advance(60_000);
    await scene.record(otherMember);
    const refused: Fault = {
      target: 'jira',
      matching: 'permissions/check',
      times: 9,
      effect: { type: 'status', status: 403 },
    };
    app.sandbox.faults.add(refused);
    app.sandbox.site.updatePerson(otherMember, { role: 'reader' });
    // Jira itself does not deliver what is about the restricted issue.
    expect(await scene.at('2026-03-10T08:00:00Z')).toEqual([]);
    app.sandbox.site.updatePerson(otherMember, { role: 'member' });
    const [sent] = await scene.at('2026-03-11T08:00:00Z');
    expect(sent).toMatchObject({ issueKey: 'WAIT-2', subject: '[WAIT] Overdue answers to clients: 1' });
    expect(JSON.stringify(sent)).not.toContain('WAIT-1');
  });

  it('holds hostile text as text', async () => {
    const summary = '<img src=x onerror=alert(1)>\u2028Bcc: all@example.com & "more"';
    app.sandbox.site.updateIssue(scene.issue.id, { summary });
    await scene.record(otherMember);
    const [sent] = await scene.at('2026-03-10T08:00:00Z');
    expect(sent?.htmlBody).not.toContain('<img');
    expect(sent?.htmlBody).toContain('&lt;img src=x onerror=alert(1)&gt; Bcc: all@example.com &amp; &quot;more&quot;');
    expect(sent?.textBody.split('\n')).toContain('WAIT-1 <img src=x onerror=alert(1)> Bcc: all@example.com & "more"');
    expect(sent?.subject).not.toContain('img');
  });

  it('names twenty issues and counts the others', async () => {
    for (let count = 0; count < 23; count += 1) {
      const issue = app.sandbox.site.createIssue({ project: scene.projectId, summary: `Ship ${count}` });
      await scene.record(otherMember, issue);
    }
    const [sent, ...others] = await scene.at('2026-03-10T08:00:00Z');
    expect(others).toEqual([]);
    expect(sent?.subject).toBe('[WAIT] Overdue answers to clients: 23');
    expect(sent?.textBody.match(/browse\/WAIT-/gu)).toHaveLength(20);
    expect(sent?.textBody).toContain('Further work items: 3');
  });
});

describe('sending', () => {
  const crash = async (fault: Fault) => {
    app.sandbox.faults.add(fault);
    await scene.run().catch(() => undefined);
    app.sandbox.faults.clear();
    return app.sandbox.meter.invocations().at(-1)?.outcome === 'killed' ? 1 : 0;
  };

  it('is done by a later run of the morning when Jira asks to wait', async () => {
    await scene.record(otherMember);
    app.sandbox.clock.set(Date.parse('2026-03-10T07:30:00Z'));
    await crash({ target: 'jira', matching: NOTIFY, effect: { type: 'status', status: 429, headers: QUOTA } });
    expect(app.sandbox.site.notifications.sent()).toEqual([]);
    expect(to(await scene.at('2026-03-10T08:30:00Z'))).toEqual([otherMember]);
  });

  it('stops nobody else when Jira does not take one message', async () => {
    await scene.record(otherMember);
    await scene.record(admin);
    app.sandbox.faults.add({ target: 'jira', matching: NOTIFY, effect: { type: 'status', status: 403 } });
    expect(await scene.at('2026-03-10T08:00:00Z')).toHaveLength(1);
    expect(await scene.at('2026-03-10T09:00:00Z')).toEqual([]);
    expect(await scene.at('2026-03-11T08:00:00Z')).toHaveLength(2);
  });

  it.each(['kill-before', 'kill-after'] as const)(
    'never happens twice on a day, wherever a run dies (%s), and happens the day after',
    async (type) => {
      await scene.record(otherMember);
      let died = 0;
      let day = Date.parse('2026-03-10T08:00:00Z');
      for (const target of ['sql', 'jira'] as const) {
        for (let skip = 0; skip < 12; skip += 1) {
          app.sandbox.clock.set(day);
          const before = app.sandbox.site.notifications.sent().length;
          died += await crash({ target, skip, effect: { type } });
          await scene.run();
          await scene.run();
          expect(app.sandbox.site.notifications.sent().length - before).toBeLessThanOrEqual(1);
          day += 7 * 24 * 60 * 60 * 1_000;
        }
      }
      // Six statements, five requests.
      expect(died).toBe(11);
      expect(to(await scene.at(new Date(day).toISOString()))).toEqual([otherMember]);
    },
  );

  it('is done once by two runs at once', async () => {
    await scene.record(otherMember);
    app.sandbox.clock.set(Date.parse('2026-03-10T08:00:00Z'));
    await Promise.all([1, 2, 3].map(() => app.sandbox.runSchedule('notices')));
    expect(to(app.sandbox.site.notifications.sent())).toEqual([otherMember]);
  });

  it('keeps no account of anybody, and forgets within days', async () => {
    await scene.record(otherMember);
    await scene.at('2026-03-10T08:00:00Z');
    const rows = await app.sandbox.query('SELECT * FROM notice');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(otherMember);
    await scene.choose({ notifications: { overdue: false } });
    await scene.at('2026-03-20T08:00:00Z');
    expect(await app.sandbox.query('SELECT * FROM notice')).toEqual([]);
  });

  it('asks Jira little: nobody in their morning costs the people, a message five requests', async () => {
    for (const as of [member, otherMember, admin]) await scene.record(as);
    const points = async (instant: string) => {
      app.sandbox.meter.reset();
      await scene.at(instant);
      return app.sandbox.meter.invocations().at(-1)?.jiraPoints;
    };
    expect(await points('2026-03-10T16:00:00Z')).toBe(7);
    expect(await points('2026-03-10T00:30:00Z')).toBe(7 + 1 + 3 + 2 + 1);
  });
});
