import { randomUUID } from 'node:crypto';
import type { FeedbackSummary } from '../../src/contract/feedback';
import { aFeedback, onItem } from '../support/builders';
import { covered } from '../support/covered';
import { openIssues } from '../support/issues';
import { expectWholeJournal } from '../support/journal';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

let app: PreparedSandbox;
let issueId: string;
let projectId: string;
const caller = (as: string) => ({ as, on: issueId });
const admin = () => caller(PEOPLE.admin);

beforeEach(async () => {
  app = await prepareSandbox();
  const [issue] = openIssues(app.sandbox, 1);
  if (issue === undefined) throw new Error('No issue');
  ({ id: issueId, projectId } = issue);
});
afterEach(() => app.sandbox.close());

const WRITTEN = ['said-first', 'said-better', 'told-the-client', 'told-the-team', 'told-the-reason'];

/** An item on which everything was written that can be. */
async function writtenOn(as: string): Promise<FeedbackSummary> {
  const [first = '', better = '', answer = '', note = '', reason = ''] = WRITTEN;
  const recorded = await app.succeed('feedback.record', aFeedback({ issueId, text: first }), caller(as));
  const edit = { ...onItem(recorded), timeZone: 'Europe/Berlin', changes: { text: better } };
  const edited = await app.succeed('feedback.edit', edit, caller(as));
  const move = { ...onItem(edited), to: 'resolved' as const, answer };
  const moved = await app.succeed('feedback.move', move, caller(as));
  const noted = { commandId: randomUUID(), feedbackId: recorded.id, note };
  await app.succeed('feedback.note', noted, caller(as));
  return app.succeed('feedback.reopen', { ...onItem({ ...moved, version: 4 }), reason }, caller(as));
}

async function stored(): Promise<string> {
  const tables = ['journal', 'erasable', 'feedback', 'contact', 'client'];
  const rows = await Promise.all(tables.map((table) => app.sandbox.query(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows);
}

async function expectWhole(erased: number): Promise<void> {
  await expectWholeJournal(app.sandbox);
  const check = await app.succeed('journal.verify', { projectId }, admin());
  expect(check).toMatchObject({ outcome: 'whole', tally: { erased } });
}

describe('erasing what was written on an item', () => {
  it('leaves no word of it in the database and the chain whole, and every view says so', async () => {
    const item = await writtenOn(PEOPLE.member);
    await app.succeed('feedback.eraseTexts', { commandId: randomUUID(), feedbackId: item.id }, admin());
    for (const text of WRITTEN) expect(await stored()).not.toContain(text);
    await expectWhole(WRITTEN.length);
    const detail = await app.succeed('feedback.get', { feedbackId: item.id }, caller(PEOPLE.member));
    expect(detail).toMatchObject({ text: null, excerpt: null, answers: [{ text: null }], notes: [{ text: null }] });
    expect(detail.history.at(-1)).toMatchObject({ action: 'textsErased', by: PEOPLE.admin });
    expect(detail.history.every((entry) => entry.reason === null && entry.previousText === null)).toBe(true);
    const { items } = await app.succeed('feedback.list', { issueId, offset: 0 }, caller(PEOPLE.reader));
    expect(items).toMatchObject([{ id: item.id, excerpt: null, state: 'acknowledged' }]);
  });

  it('is refused when nothing is left, and takes what was written since', async () => {
    const item = await writtenOn(PEOPLE.member);
    const erase = () => ({ commandId: randomUUID(), feedbackId: item.id });
    await app.succeed('feedback.eraseTexts', erase(), admin());
    expect((await app.refuse('feedback.eraseTexts', erase(), admin())).code).toBe('NOTHING_TO_ERASE');
    await app.succeed('feedback.note', { ...erase(), note: 'said-later' }, admin());
    await app.succeed('feedback.eraseTexts', erase(), admin());
    expect(await stored()).not.toContain('said-later');
    await expectWhole(WRITTEN.length + 1);
  });

  it('works when the issue is gone, for administrators only', async () => {
    const item = await writtenOn(PEOPLE.member);
    app.sandbox.site.deleteIssue(issueId);
    const erase = { commandId: randomUUID(), feedbackId: item.id };
    const [other] = openIssues(app.sandbox, 1);
    const on = (as: string) => ({ as, on: other?.id ?? '' });
    for (const as of [PEOPLE.member, PEOPLE.reader, PEOPLE.outsider]) {
      expect((await app.refuse('feedback.eraseTexts', erase, on(as))).code).toBe('FEEDBACK_NOT_FOUND');
    }
    await app.succeed('feedback.eraseTexts', erase, on(PEOPLE.admin));
    expect(await stored()).not.toContain('said-better');
  });

  it('that died after its commit point is finished by the schedule', async () => {
    const item = await writtenOn(PEOPLE.member);
    app.sandbox.faults.add({ target: 'sql', matching: 'update `erasable`', effect: { type: 'kill-before' } });
    const erase = { commandId: randomUUID(), feedbackId: item.id };
    await expect(app.call('feedback.eraseTexts', erase, admin())).rejects.toThrow();
    expect(await stored()).toContain('said-better');
    await app.sandbox.runSchedule('hourly');
    expect(await stored()).not.toContain('said-better');
    await expectWhole(WRITTEN.length);
    covered('crash cuts', 1);
  });
});

describe('erasing a person', () => {
  const erase = () => ({ commandId: randomUUID(), projectId, accountId: PEOPLE.member });

  it('leaves no reference to them and the chain whole, and what they did is shown without a name', async () => {
    const item = await writtenOn(PEOPLE.member);
    const others = await writtenOn(PEOPLE.otherMember);
    await app.succeed('person.erase', erase(), admin());
    expect(await stored()).not.toContain(`"${PEOPLE.member}"`);
    expect(await stored()).toContain(`"${PEOPLE.otherMember}"`);
    const detail = await app.succeed('feedback.get', { feedbackId: item.id }, caller(PEOPLE.member));
    expect(detail).toMatchObject({ mine: false, text: 'said-better', notes: [{ text: 'told-the-team', by: null }] });
    expect(detail.history.map((entry) => entry.by)).toEqual(detail.history.map(() => null));
    const kept = await app.succeed('feedback.get', { feedbackId: others.id }, caller(PEOPLE.otherMember));
    expect(kept.mine).toBe(true);
    const check = await app.succeed('journal.verify', { projectId }, admin());
    expect(check).toMatchObject({ outcome: 'whole' });
    expect(check.tally.erased).toBeGreaterThan(WRITTEN.length);
  });

  it('is journalled without naming them, and refused when nothing names them', async () => {
    await writtenOn(PEOPLE.member);
    await app.succeed('person.erase', erase(), admin());
    const [event] = await app.sandbox.query("SELECT * FROM journal WHERE type = 'person.erased'");
    expect(JSON.stringify(event)).not.toContain(PEOPLE.member);
    expect((await app.refuse('person.erase', erase(), admin())).code).toBe('NOTHING_TO_ERASE');
    const nobody = { ...erase(), accountId: 'unknown-account' };
    expect((await app.refuse('person.erase', nobody, admin())).code).toBe('NOTHING_TO_ERASE');
  });

  it('that died anywhere on its way is finished by the schedule', async () => {
    await writtenOn(PEOPLE.member);
    const updates = { target: 'sql' as const, matching: 'update `erasable`' };
    for (const [skip, type] of [
      [0, 'kill-before'],
      [0, 'kill-after'],
      [1, 'kill-before'],
    ] as const) {
      await app.succeed('feedback.record', aFeedback({ issueId }), caller(PEOPLE.member));
      app.sandbox.faults.add({ ...updates, skip, effect: { type } });
      await expect(app.call('person.erase', erase(), admin())).rejects.toThrow();
      expect(await stored()).toContain(`"${PEOPLE.member}"`);
      await app.sandbox.runSchedule('hourly');
      expect(await stored()).not.toContain(`"${PEOPLE.member}"`);
      covered('crash cuts', 1);
    }
    await expectWholeJournal(app.sandbox);
  });
});
