import { randomUUID } from 'node:crypto';
import type { ChangeSummary } from '../../src/contract/change';
import { aChange, aFeedback, onChange, onItem } from '../support/builders';
import { aRestrictedIssue, openIssues } from '../support/issues';
import { expectWholeJournal } from '../support/journal';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const DAY = 24 * 60 * 60 * 1_000;

let app: PreparedSandbox;
let issueId: string;
let other: string;
let third: string;
let restricted: string;
const caller = (as: string = PEOPLE.member) => ({ as, on: issueId });
const raised = (overrides: Partial<Parameters<typeof aChange>[0]> = {}) =>
  app.succeed('change.raise', aChange({ issueId, ...overrides }), caller());
const seen = (change: Pick<ChangeSummary, 'id'>, as?: string) =>
  app.succeed('change.get', { changeId: change.id }, caller(as));

beforeEach(async () => {
  app = await prepareSandbox();
  [issueId = '', other = '', third = ''] = openIssues(app.sandbox, 3).map((issue) => issue.id);
  restricted = aRestrictedIssue(app.sandbox).id;
});
afterEach(() => app.sandbox.close());

describe('raising a change request', () => {
  it('keeps every field, concerns its issue and the others named, and begins as a draft to be done in full', async () => {
    const change = await raised({
      requirements: [other],
      validUntil: '2027-01-31',
      ifNot: 'Ships wait.',
      urgency: 'high',
    });
    expect(change).toMatchObject({ number: 1, version: 1, state: 'draft', tier: null, mine: true });
    const detail = await seen(change, PEOPLE.reader);
    expect(detail).toMatchObject({
      description: { from: 'The plan shows berths only.', to: 'The plan shows berths and tides.' },
      reason: 'Ships ran aground.',
      source: 'specification',
      urgency: 'high',
      validUntil: '2027-01-31',
      ifNot: 'Ships wait.',
      requirementsHidden: 0,
      options: [{ kind: 'full', title: null, effort: null, fixedCost: 0, dropped: [] }],
      history: [{ version: 1, action: 'raised', from: null, to: 'draft', by: PEOPLE.member }],
      may: { edit: false, erase: false },
      mine: false,
    });
    expect(detail.requirements.map(({ id }) => id)).toEqual([issueId, other]);
    expect(detail.requestedBy?.name).toMatch(/^Requester /u);
  });

  it('holds as long as changes of the project usually do where no day is given', async () => {
    const projectId = app.sandbox.site.findIssue(issueId)?.projectId ?? '';
    const usual = async () => (await raised()).validUntil;
    const inDays = (days: number) => new Date(app.sandbox.clock.now() + days * DAY).toISOString().slice(0, 10);
    expect(await usual()).toBe(inDays(30));
    await app.succeed(
      'settings.save',
      { commandId: randomUUID(), projectId, expectedVersion: 0, choices: { changeControl: { validityDays: 7 } } },
      { as: PEOPLE.admin, on: issueId },
    );
    expect(await usual()).toBe(inDays(7));
  });

  it('numbers them one after the other, whoever comes at once', async () => {
    const changes = await Promise.all(Array.from({ length: 5 }, () => raised()));
    expect(changes.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5]);
    await expectWholeJournal(app.sandbox);
  });

  it('refuses requirements that do not exist, are hidden or of another project, each at its place', async () => {
    const reader = aChange({ issueId, requirements: [other, '987654321'] });
    const { fields } = await app.refuse('change.raise', reader, caller());
    expect(fields).toEqual([{ path: 'requirements.1', rule: 'unknown_issue' }]);
    const { site } = app.sandbox;
    jest
      .spyOn(site, 'allows')
      .mockImplementation((_account, _permission, on) => !('issue' in on && on.issue.restricted));
    const hidden = await app.refuse('change.raise', aChange({ issueId, requirements: [restricted] }), caller());
    expect(hidden).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'requirements.0', rule: 'unknown_issue' }],
    });
  });
});

describe('feedback that asks for a change', () => {
  const asked = (kind: 'change' | 'wish' = 'change') =>
    app.succeed('feedback.record', aFeedback({ issueId, kind }), caller());

  it('becomes a change request in one step, asked for by who gave it, and is planned from then on', async () => {
    const feedback = await asked();
    const change = await raised({ feedbackId: feedback.id, requestedBy: null });
    expect(await seen(change)).toMatchObject({ feedbackId: feedback.id, requestedBy: feedback.contact });
    const detail = await app.succeed('feedback.get', { feedbackId: feedback.id }, caller());
    expect(detail).toMatchObject({ state: 'planned', changeId: change.id, version: 2 });
    expect(detail.history.at(-1)).toMatchObject({ action: 'raisedAsChange', from: 'new', to: 'planned' });
  });

  it('becomes one only once, whoever comes at once', async () => {
    const feedback = await asked();
    const raise = () => app.call('change.raise', aChange({ issueId, feedbackId: feedback.id }), caller());
    const outcomes = await Promise.all([raise(), raise(), raise()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error.code).toBe('FEEDBACK_UNUSABLE');
  });

  it('has to be open, of that kind and of this issue', async () => {
    const wish = await asked('wish');
    const closed = await asked();
    await app.succeed('feedback.move', { ...onItem(closed), to: 'declined', answer: 'No.' }, caller());
    for (const { id } of [wish, closed]) {
      const refusal = await app.refuse('change.raise', aChange({ issueId, feedbackId: id }), caller());
      expect(refusal.code).toBe('FEEDBACK_UNUSABLE');
    }
    const elsewhere = aChange({ issueId: other, feedbackId: (await asked()).id });
    expect((await app.refuse('change.raise', elsewhere, caller())).code).toBe('FEEDBACK_NOT_FOUND');
  });
});

describe('a change request through its life', () => {
  it('is edited field by field, options keep their titles, and its history tells of it', async () => {
    const change = await raised();
    const option = { kind: 'full' as const, effort: null, fixedCost: 0, dropped: [] };
    const [a, b] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'];
    const options = [
      { ...option, id: a, title: 'All of it' },
      {
        ...option,
        id: b,
        kind: 'swap' as const,
        title: null,
        effort: { low: 1, likely: 2, high: 5 },
        dropped: [third],
      },
    ];
    const edit = { ...onChange(change), changes: { title: 'Shorter', ifNot: null, requestedBy: null, options } };
    const edited = await app.succeed('change.edit', edit, caller());
    expect(edited).toMatchObject({ title: 'Shorter', version: 2, state: 'draft' });
    const again = { ...onChange(edited), changes: { options: [{ ...option, id: a, fixedCost: 12.5 }] } };
    const detail = await seen(await app.succeed('change.edit', again, caller()));
    expect(detail.options).toEqual([
      { id: a, kind: 'full', title: 'All of it', effort: null, fixedCost: 12.5, dropped: [], droppedHidden: 0 },
    ]);
    expect(detail).toMatchObject({ requestedBy: null, reason: 'Ships ran aground.' });
    expect(detail.history.map(({ action, fields }) => [action, fields.toSorted()])).toEqual([
      ['raised', []],
      ['edited', ['ifNot', 'options', 'requestedBy', 'title']],
      ['edited', ['options']],
    ]);
  });

  it('keeps reviews with their reasons for the team, and forgets what is cleared', async () => {
    const change = await raised();
    const effort = { low: 1, likely: 2, high: 3 };
    const reviews = [
      { issueId: other, verdict: 'exclude' as const, reason: 'Done by hand.', effort: null },
      { issueId: third, verdict: 'adjust' as const, reason: null, effort },
    ];
    const reviewed = await app.succeed('change.review', { ...onChange(change), reviews }, caller());
    const shown = [
      { issueId: other, verdict: 'exclude', reason: 'Done by hand.', effort: null },
      { issueId: third, verdict: 'adjust', reason: null, effort },
    ];
    expect((await seen(change)).reviews).toEqual(shown);
    expect((await seen(change, PEOPLE.reader)).reviews[0]).toMatchObject({ verdict: 'exclude', reason: null });
    const clear = { ...onChange(reviewed), reviews: [{ issueId: other, verdict: 'clear' as const }] };
    await app.succeed('change.review', clear, caller());
    expect((await seen(change)).reviews).toEqual(shown.slice(1));
  });

  it('goes only where the life cycle leads, and says why it was withdrawn', async () => {
    const change = await raised({ reason: null });
    const move = (
      to: 'assessing' | 'withdrawn' | 'implementing',
      version: ChangeSummary,
      reason: string | null = null,
    ) => app.call('change.move', { ...onChange(version), to, reason }, caller());
    expect(await move('assessing', change)).toMatchObject({ error: { code: 'CHANGE_INCOMPLETE' } });
    expect(await move('implementing', change)).toMatchObject({ error: { code: 'CHANGE_STEP_NOT_POSSIBLE' } });
    expect(await move('withdrawn', change)).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: [{ path: 'reason', rule: 'missing' }] },
    });
    expect(await move('withdrawn', change, 'Too dear')).toMatchObject({ data: { state: 'withdrawn' } });
    expect((await seen(change)).history.at(-1)).toMatchObject({ from: 'draft', to: 'withdrawn', reason: 'Too dear' });
    expect((await seen(change, PEOPLE.reader)).history.at(-1)).toMatchObject({ reason: null });
  });

  it('answers a stale version with the present change request, and a repeated command with its first outcome', async () => {
    const change = await raised();
    const first = { ...onChange(change), changes: { title: 'First' } };
    const edited = await app.succeed('change.edit', first, caller());
    const late = { ...onChange(change), changes: { title: 'Late' } };
    const conflict = await app.refuse('change.edit', late, caller(PEOPLE.otherMember));
    expect(conflict).toMatchObject({ code: 'CONFLICT', currentChange: { version: 2, title: 'First', mine: false } });
    expect(await app.succeed('change.edit', first, caller())).toEqual(edited);
    const stolen = await app.refuse('change.edit', first, caller(PEOPLE.otherMember));
    expect(stolen.code).toBe('COMMAND_REUSED');
  });

  it('loses its texts for good when an administrator has them erased, and keeps what was decided', async () => {
    const change = await raised({ title: 'secret-title', reason: 'secret-reason' });
    const withdrawn = { ...onChange(change), to: 'withdrawn' as const, reason: 'secret-why' };
    await app.succeed('change.move', withdrawn, caller());
    await app.succeed(
      'change.eraseTexts',
      { commandId: onChange(change).commandId, changeId: change.id },
      caller(PEOPLE.admin),
    );
    const detail = await seen(change);
    expect(detail).toMatchObject({
      title: null,
      reason: null,
      state: 'withdrawn',
      description: { from: null, to: null },
    });
    expect(detail.history.at(-2)).toMatchObject({ to: 'withdrawn', reason: null });
    const kept = await app.sandbox.query("SELECT id FROM erasable WHERE body LIKE '%secret-%'");
    expect(kept).toEqual([]);
    await expectWholeJournal(app.sandbox);
  });
});

describe('what is hidden', () => {
  it('stays in the sets when somebody who does not see it edits them', async () => {
    const change = await raised({ requirements: [other, restricted] });
    const { site } = app.sandbox;
    const allows = site.allows.bind(site);
    jest
      .spyOn(site, 'allows')
      .mockImplementation((account, permission, on) =>
        account === PEOPLE.otherMember && 'issue' in on && on.issue.restricted
          ? false
          : allows(account, permission, on),
      );
    const edit = { ...onChange(change), changes: { requirements: [third] } };
    await app.succeed('change.edit', edit, caller(PEOPLE.otherMember));
    const beside = await seen(change, PEOPLE.otherMember);
    expect(beside.requirements.map(({ id }) => id)).toEqual([issueId, third]);
    expect(beside.requirementsHidden).toBe(1);
    expect((await seen(change)).requirements.map(({ id }) => id)).toEqual([issueId, third, restricted]);
  });
});

describe('open change requests that touch the same issues', () => {
  it('are shown on both, with what they share, until one is not open any more', async () => {
    const one = await raised({ requirements: [third] });
    const two = await app.succeed('change.raise', aChange({ issueId: other, requirements: [third] }), caller());
    const apart = await raised({ issueId: openIssues(app.sandbox, 5)[4]?.id ?? '' });
    const onOne = (await seen(one)).conflicts;
    expect(onOne.map(({ change, shared, hidden }) => [change.id, shared.map(({ id }) => id), hidden])).toEqual([
      [two.id, [third], 0],
    ]);
    expect((await seen(two)).conflicts.map(({ change }) => change.number)).toEqual([one.number]);
    expect((await seen(apart)).conflicts).toEqual([]);
    await app.succeed('change.edit', { ...onChange(two), changes: { requirements: [] } }, caller());
    expect((await seen(one)).conflicts).toEqual([]);
  });

  it('on a hidden issue are not told of', async () => {
    const one = await raised({ requirements: [third] });
    await app.succeed('change.raise', aChange({ issueId: restricted, requirements: [third] }), caller());
    expect((await seen(one)).conflicts).toHaveLength(1);
    expect((await seen(one, PEOPLE.reader)).conflicts).toEqual([]);
  });
});
