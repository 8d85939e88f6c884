import type { FeedbackSummary } from '../../src/contract/feedback';
import { aFeedback, onItem } from '../support/builders';
import { expectWholeJournal } from '../support/journal';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { openIssues } from '../support/issues';

let app: PreparedSandbox;
let issueId: string;
let otherIssueId: string;
const caller = (as: string = PEOPLE.member) => ({ as, on: issueId });
const recorded = (on = issueId) => app.succeed('feedback.record', aFeedback({ issueId: on }), caller());

beforeAll(async () => {
  app = await prepareSandbox();
  [issueId = '', otherIssueId = ''] = openIssues(app.sandbox, 2).map((issue) => issue.id);
});
afterAll(() => app.sandbox.close());

describe('an item through its life', () => {
  it('is acknowledged, answered, reopened with a reason and declined, and its history tells all of it', async () => {
    const first = await recorded();
    const taken = await app.succeed('feedback.move', { ...onItem(first), to: 'acknowledged' }, caller());
    const answered = { ...onItem(taken), to: 'resolved' as const, answer: 'It is in release 2.' };
    const resolved = await app.succeed('feedback.move', answered, caller(PEOPLE.otherMember));
    expect(resolved).toMatchObject({ state: 'resolved', clock: { phase: 'stopped', met: true } });
    const reopened = await app.succeed('feedback.reopen', { ...onItem(resolved), reason: 'Not on phones' }, caller());
    expect(reopened).toMatchObject({ state: 'acknowledged', clock: { phase: 'resolution' } });
    const declined = { ...onItem(reopened), to: 'declined' as const, answer: 'Phones are out of scope.' };
    await app.succeed('feedback.move', declined, caller());

    const detail = await app.succeed('feedback.get', { feedbackId: first.id }, caller());
    expect(detail.answers.map((answer) => [answer.text, answer.by])).toEqual([
      ['It is in release 2.', PEOPLE.otherMember],
      ['Phones are out of scope.', PEOPLE.member],
    ]);
    expect(detail.history.map(({ version, action, from, to, reason }) => [version, action, from, to, reason])).toEqual([
      [1, 'recorded', null, 'new', null],
      [2, 'moved', 'new', 'acknowledged', null],
      [3, 'moved', 'acknowledged', 'resolved', null],
      [4, 'reopened', 'resolved', 'acknowledged', 'Not on phones'],
      [5, 'moved', 'acknowledged', 'declined', null],
    ]);
  });

  it('needs an answer to be closed, and goes only where the life cycle leads', async () => {
    const item = await recorded();
    expect((await app.refuse('feedback.move', { ...onItem(item), to: 'resolved' }, caller())).code).toBe(
      'ANSWER_MISSING',
    );
    const reopen = { ...onItem(item), reason: 'why not' };
    expect((await app.refuse('feedback.reopen', reopen, caller())).code).toBe('TRANSITION_NOT_POSSIBLE');
    expect((await app.refuse('feedback.unmerge', onItem(item), caller())).code).toBe('TRANSITION_NOT_POSSIBLE');
  });

  it('is edited field by field, and the team can read what the text was before', async () => {
    const item = await recorded();
    const changes = { text: 'Now in other words', importance: 'critical' as const };
    const edited = await app.succeed(
      'feedback.edit',
      { ...onItem(item), timeZone: 'Europe/Berlin', changes },
      caller(),
    );
    expect(edited).toMatchObject({ excerpt: 'Now in other words', importance: 'critical', kind: item.kind });
    const forTeam = await app.succeed('feedback.get', { feedbackId: item.id }, caller());
    expect(forTeam.history.at(-1)).toMatchObject({ fields: ['text', 'importance'], previousText: item.excerpt });
    const forReader = await app.succeed('feedback.get', { feedbackId: item.id }, caller(PEOPLE.reader));
    expect(JSON.stringify(forReader)).not.toContain(item.excerpt);
  });

  it('keeps notes and reasons from those who may only read, and says nothing of them', async () => {
    const item = await recorded();
    const note = { commandId: onItem(item).commandId, feedbackId: item.id, note: 'They pay late' };
    const noted = await app.succeed('feedback.note', note, caller());
    const closed = { ...onItem(noted), to: 'declined' as const, answer: 'Not now.' };
    const declined = await app.succeed('feedback.move', closed, caller());
    await app.succeed('feedback.reopen', { ...onItem(declined), reason: 'Their boss called' }, caller());

    const team = await app.succeed('feedback.get', { feedbackId: item.id }, caller());
    expect(team.notes?.map((entry) => entry.text)).toEqual(['They pay late']);
    const reader = await app.succeed('feedback.get', { feedbackId: item.id }, caller(PEOPLE.reader));
    expect(reader).toMatchObject({ notes: null, may: { edit: false, eraseContact: false } });
    expect(reader.answers.map((entry) => entry.text)).toEqual(['Not now.']);
    expect(reader.history.map((entry) => entry.action)).toEqual(['recorded', 'moved', 'reopened']);
    expect(JSON.stringify(reader)).not.toMatch(/They pay late|Their boss called/u);
  });
});

describe('merging', () => {
  it('keeps those who asked with the other item, and can be undone', async () => {
    const [one, two, three] = [await recorded(), await recorded(), await recorded()];
    const merged = await app.succeed('feedback.merge', { ...onItem(one), intoId: two.id }, caller());
    expect(merged).toMatchObject({ state: 'merged', mergedInto: two.id, clock: { phase: 'none' } });
    const middle = await app.succeed('feedback.get', { feedbackId: two.id }, caller());
    await app.succeed('feedback.merge', { ...onItem(middle), intoId: three.id }, caller());
    const last = await app.succeed('feedback.get', { feedbackId: three.id }, caller());
    expect(last.mergedFrom.map((item) => item.contact.id).toSorted()).toEqual(
      [one, two].map((item) => item.contact.id).toSorted(),
    );

    const command = onItem(merged);
    const undone = await app.succeed('feedback.unmerge', command, caller());
    expect(undone).toMatchObject({ state: 'new', mergedInto: null });
    expect(await app.succeed('feedback.unmerge', command, caller())).toEqual(undone);
  });

  it('is refused into an item of another issue, into itself and into one that does not exist', async () => {
    const [one, elsewhere] = [await recorded(), await recorded(otherIssueId)];
    for (const intoId of [one.id, elsewhere.id, one.contact.id]) {
      const error = await app.refuse('feedback.merge', { ...onItem(one), intoId }, caller());
      expect(error.code).toBe('MERGE_TARGET_UNUSABLE');
    }
  });

  it('never merges two items into each other, even at the same time', async () => {
    const [one, two] = [await recorded(), await recorded()];
    const results = await Promise.all([
      app.call('feedback.merge', { ...onItem(one), intoId: two.id }, caller()),
      app.call('feedback.merge', { ...onItem(two), intoId: one.id }, caller(PEOPLE.otherMember)),
    ]);
    expect(results.map((result) => result.ok).toSorted()).toEqual([false, true]);
    await expectWholeJournal(app.sandbox);
  });
});

describe('two people at once', () => {
  it('the second is told, with the item as it now is, and nothing is lost', async () => {
    const item = await recorded();
    await app.succeed('feedback.move', { ...onItem(item), to: 'planned' }, caller());
    const late = { ...onItem(item), to: 'resolved' as const, answer: 'Done.' };
    const error = await app.refuse('feedback.move', late, caller(PEOPLE.otherMember));
    expect(error).toMatchObject({ code: 'CONFLICT', current: { id: item.id, version: 2, state: 'planned' } });
  });

  it('many writers on one stream all get through, many on one item exactly one', async () => {
    // Retries of twelve at once may pass the platform's changes a second, which is another refusal than this is about.
    app.sandbox.sqlQuota.set({ changesPerSecond: 100_000 });
    const items = await Promise.all(Array.from({ length: 12 }, () => recorded()));
    expect(new Set(items.map((item) => item.id)).size).toBe(12);
    const [item] = items;
    if (item === undefined) throw new Error('no item');
    const moves = await Promise.all(
      Array.from({ length: 8 }, () => app.call('feedback.move', { ...onItem(item), to: 'planned' }, caller())),
    );
    expect(moves.filter((move) => move.ok)).toHaveLength(1);
    expect(moves.filter((move) => !move.ok && move.error.code === 'CONFLICT')).toHaveLength(7);
    const notes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        app.call('feedback.note', { ...pick(item), note: `note ${index}` }, caller()),
      ),
    );
    expect(notes.every((note) => note.ok)).toBe(true);
    const detail = await app.succeed('feedback.get', { feedbackId: item.id }, caller());
    expect(detail.notes).toHaveLength(8);
    await expectWholeJournal(app.sandbox);
  });
});

function pick(item: FeedbackSummary) {
  const { commandId, feedbackId } = onItem(item);
  return { commandId, feedbackId };
}
