import { aFeedback } from '../support/builders';
import { openIssues } from '../support/issues';
import { expectWholeJournal } from '../support/journal';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;

let app: PreparedSandbox;
let issueId: string;
let projectId: string;

beforeEach(async () => {
  app = await prepareSandbox();
  const [issue] = openIssues(app.sandbox, 1);
  ({ id: issueId, projectId } = issue ?? { id: '', projectId: '' });
});
afterEach(() => app.sandbox.close());

const record = (as: string) => app.succeed('feedback.record', aFeedback({ issueId }), { as, on: issueId });
const told = () => app.sandbox.accountReports.reported();

async function hours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    app.sandbox.clock.advance(HOUR);
    await app.sandbox.runSchedule('hourly');
  }
}

const stored = (accountId: string) => app.sandbox.query('SELECT id FROM erasable WHERE account_id = ?', [accountId]);

describe('the report of stored accounts', () => {
  it('tells of each account once a week, and of nobody when none is stored', async () => {
    await app.sandbox.runSchedule('hourly');
    expect(told()).toEqual([]);
    await record(PEOPLE.member);
    await record(PEOPLE.admin);
    await hours(3);
    expect(told().toSorted()).toEqual([PEOPLE.admin, PEOPLE.member].toSorted());
    for (let day = 0; day < 14; day += 1) {
      app.sandbox.clock.advance(DAY);
      await app.sandbox.runSchedule('hourly');
    }
    expect(told()).toHaveLength(6);
    expect(app.sandbox.incomplete()).toEqual([]);
  });

  it('erases whose account is closed in the same run, and the journal is whole', async () => {
    const item = await record(PEOPLE.member);
    await record(PEOPLE.admin);
    app.sandbox.accountReports.set(PEOPLE.member, 'closed');
    app.sandbox.accountReports.set(PEOPLE.admin, 'updated');
    await hours(1);
    expect(await stored(PEOPLE.member)).toEqual([]);
    expect(await stored(PEOPLE.admin)).not.toEqual([]);
    const reported = await app.sandbox.query('SELECT account_id FROM account_report');
    expect(reported).toEqual([{ account_id: PEOPLE.admin }]);
    const events = await expectWholeJournal(app.sandbox);
    expect(events.filter(({ type }) => type === 'person.erased')).toHaveLength(1);
    const caller = { as: PEOPLE.admin, on: issueId };
    expect(await app.succeed('journal.verify', { projectId }, caller)).toMatchObject({ outcome: 'whole' });
    const detail = await app.succeed('feedback.get', { feedbackId: item.id }, caller);
    expect(detail.history[0]).toMatchObject({ by: null });
    await hours(1);
    expect((await expectWholeJournal(app.sandbox)).filter(({ type }) => type === 'person.erased')).toHaveLength(1);
  });

  it('is made up for an hour later when the platform did not answer, and keeps nothing else waiting', async () => {
    await record(PEOPLE.member);
    app.sandbox.accountReports.set(PEOPLE.member, 'closed');
    app.sandbox.faults.add({ target: 'other', effect: { type: 'status', status: 503 } });
    await hours(1);
    expect(await stored(PEOPLE.member)).not.toEqual([]);
    await hours(1);
    expect(await stored(PEOPLE.member)).toEqual([]);
  });

  it('is finished by the next run when this one died while erasing', async () => {
    await record(PEOPLE.member);
    app.sandbox.accountReports.set(PEOPLE.member, 'closed');
    app.sandbox.faults.add({ target: 'other', effect: { type: 'kill-after' } });
    app.sandbox.clock.advance(HOUR);
    await expect(app.sandbox.runSchedule('hourly')).rejects.toThrow();
    app.sandbox.faults.clear();
    await hours(1);
    expect(await stored(PEOPLE.member)).toEqual([]);
    await expectWholeJournal(app.sandbox);
  });

  it('tells of more accounts than fit into one request', async () => {
    await record(PEOPLE.member);
    const rows = Array.from({ length: 200 }, (_, index) => `person-${index}`);
    for (const [index, account] of rows.entries()) {
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      const values = [id, projectId, id, 'account', 'salt', account, app.sandbox.clock.now()];
      await app.sandbox.query(
        'INSERT INTO erasable (id, project_id, attempt_id, kind, salt, account_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        values,
      );
    }
    await hours(1);
    expect(new Set(told())).toEqual(new Set([...rows, PEOPLE.member]));
  });
});
