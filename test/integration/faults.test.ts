import type { Fault } from '../../sandbox/api';
import { aFeedback } from '../support/builders';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { anOpenIssue } from '../support/issues';

let app: PreparedSandbox;
let issueId: string;
const member = () => ({ as: PEOPLE.member, on: issueId });
const list = () => app.call('feedback.list', { issueId, offset: 0 }, member());
const failing = (target: Fault['target'], effect: Fault['effect'], times = 100) => {
  app.sandbox.faults.add({ target, effect, times });
};

beforeAll(async () => {
  app = await prepareSandbox();
  issueId = anOpenIssue(app.sandbox).id;
  await app.succeed('feedback.record', aFeedback({ issueId }), member());
});
afterEach(() => {
  app.sandbox.faults.clear();
});
afterAll(() => app.sandbox.close());

describe('when Jira fails', () => {
  it('a spent quota is told at once with the wait that Jira named', async () => {
    const headers = { 'Retry-After': '1200', 'RateLimit-Reason': 'jira-quota-global-based' };
    failing('jira', { type: 'status', status: 429, headers });
    app.sandbox.meter.reset();
    expect(await list()).toMatchObject({ ok: false, error: { code: 'JIRA_RATE_LIMITED', retryAfterSeconds: 1200 } });
    expect(app.sandbox.meter.invocations()[0]?.calls.filter((call) => call.kind === 'jira')).toHaveLength(1);
  });

  it('a burst is waited out and the person notices nothing', async () => {
    const headers = { 'Retry-After': '0', 'RateLimit-Reason': 'jira-burst-based' };
    failing('jira', { type: 'status', status: 429, headers }, 1);
    expect(await list()).toMatchObject({ ok: true });
  });

  it('a burst is waited out as long as Jira asks for', async () => {
    app.sandbox.quota.set({ requestsPerSecond: 1 });
    const answers = [await list(), await list()];
    app.sandbox.quota.reset();
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    const statuses = app.sandbox.meter
      .invocations()
      .at(-1)
      ?.calls.flatMap(({ kind, status }) => (kind === 'jira' ? status : []));
    expect(statuses).toEqual([429, 200]);
  });

  it('one failure is tried again, several are told', async () => {
    failing('jira', { type: 'status', status: 500 }, 1);
    expect(await list()).toMatchObject({ ok: true });
    failing('jira', { type: 'status', status: 500 });
    expect(await list()).toMatchObject({ ok: false, error: { code: 'JIRA_UNAVAILABLE' } });
  });

  it.each([
    [401, 'NOT_SIGNED_IN'],
    [403, 'NOT_ALLOWED'],
    [404, 'ISSUE_NOT_FOUND'],
    [410, 'JIRA_UNAVAILABLE'],
  ])('status %i is told as %s', async (status, code) => {
    failing('jira', { type: 'status', status });
    expect(await list()).toMatchObject({ ok: false, error: { code } });
  });

  it('an answer that never comes is given up before the platform gives up on the app', async () => {
    failing('jira', { type: 'hang' });
    expect(await list()).toMatchObject({ ok: false, error: { code: 'JIRA_TIMED_OUT' } });
  });
});

describe('when storage fails', () => {
  it('a read is refused with a wait, and the log names no person and no text', async () => {
    failing('sql', { type: 'status', status: 500 });
    app.sandbox.meter.reset();
    const result = await list();
    expect(result).toMatchObject({ ok: false, error: { code: 'STORAGE_UNAVAILABLE', retryAfterSeconds: 10 } });
    const log = app.sandbox.meter
      .invocations()
      .flatMap((invocation) => invocation.log)
      .join('\n');
    expect(log).toContain(result.ok ? 'unreachable' : result.error.reference);
    expect(log).not.toContain(PEOPLE.member);
  });

  it('a record that was refused can be sent again as it is, and is there once', async () => {
    const given = aFeedback({ issueId });
    failing('sql', { type: 'status', status: 500 });
    expect((await app.refuse('feedback.record', given, member())).code).toBe('STORAGE_UNAVAILABLE');
    app.sandbox.faults.clear();
    const recorded = await app.succeed('feedback.record', given, member());
    const { items } = await app.succeed('feedback.list', { issueId, offset: 0 }, member());
    expect(items.filter((item) => item.contact.id === recorded.contact.id)).toHaveLength(1);
  });

  it('answers lost on the way make neither doubles nor losses', async () => {
    const journalInsert = {
      target: 'sql' as const,
      matching: 'into `journal`',
      effect: { type: 'lost-answer' as const },
    };
    const given = aFeedback({ issueId });
    app.sandbox.faults.add(journalInsert);
    await app.call('feedback.record', given, member());
    const recorded = await app.succeed('feedback.record', given, member());
    const { items } = await app.succeed('feedback.list', { issueId, offset: 0 }, member());
    expect(items.filter((item) => item.contact.id === recorded.contact.id)).toHaveLength(1);
  });
});
