import type { Issue } from '../../sandbox/api';
import { aChange, aDecision, aFeedback, onChange, onItem } from '../support/builders';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { badgeFor, figures, found, overwrite, propertyOn, writtenBy } from '../support/properties';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const QUOTA = { 'Retry-After': '1800', 'RateLimit-Reason': 'jira-quota-global-based' };

let app: PreparedSandbox;
let projectId: string;
let issue: Issue;
let other: Issue;

beforeEach(async () => {
  app = await prepareSandbox();
  const { clock, site } = app.sandbox;
  // A Monday in office hours, far from a change of the clocks.
  clock.set(Date.parse('2026-03-02T09:00:00Z'));
  projectId = site.createProject({ key: 'STEP', name: 'In step' }).id;
  issue = site.createIssue({ project: projectId, summary: 'Deposit a collection' });
  other = site.createIssue({ project: projectId, summary: 'Publish a collection' });
});
afterEach(() => app.sandbox.close());

const caller = (as: string = PEOPLE.member) => ({ as, on: issue.id });
const record = (on: Issue = issue) => app.succeed('feedback.record', aFeedback({ issueId: on.id }), caller());
const raise = (more: object = {}) =>
  app.succeed('change.raise', aChange({ issueId: issue.id, requestedBy: null, ...more }), caller());
const run = () => app.sandbox.runSchedule('property-sync');
const writes = () => writtenBy(run, app.sandbox);
const holds = (on: Issue = issue) => propertyOn(app.sandbox, on.id);

describe('the property of an issue', () => {
  it('follows what is recorded, raised, assessed, decided and answered, and is found by JQL', async () => {
    await mirrorProject(app, projectId);
    const feedback = await record();
    const change = await raise();
    await record(other);
    await run();
    expect(holds()).toEqual(figures(1, 'none', 1));
    expect(holds(other)).toEqual(figures(0, 'none', 1));
    expect(await found(app.sandbox, 'countersignChanges > 0')).toEqual([issue.key]);
    expect(await found(app.sandbox, 'countersignFeedback > 0 ORDER BY key ASC')).toEqual([issue.key, other.key]);

    const frozen = await app.succeed('change.freeze', onChange(change), caller());
    await run();
    expect(holds()).toEqual(figures(1, 'minor', 1));
    expect(await found(app.sandbox, 'countersignTier in (minor, major)')).toEqual([issue.key]);

    const decision = { ...aDecision(''), optionId: null, outcome: 'rejected' as const };
    await app.succeed('change.decide', { ...onChange(frozen), ...decision }, caller());
    await app.succeed('feedback.move', { ...onItem(feedback), to: 'resolved', answer: 'Done.' }, caller());
    await run();
    expect(holds()).toEqual(figures(0, 'none'));
    expect(await found(app.sandbox, 'countersignChanges > 0')).toEqual([]);
    expect(app.sandbox.incomplete()).toEqual([]);
  });

  it('is written where it differs from what it was given, and nowhere else', async () => {
    await record();
    await record(other);
    expect(await writes()).toBe(2);
    expect(await writes()).toBe(0);
    await record(other);
    expect(await writes()).toBe(1);
  });

  it('tells of what is overdue by time passing alone', async () => {
    const { clock } = app.sandbox;
    await record();
    await record();
    await run();
    expect(holds()).toEqual(figures(0, 'none', 2));
    clock.advance(30 * DAY);
    await run();
    expect(holds()).toEqual(figures(0, 'none', 2, 2));
    expect(await found(app.sandbox, 'countersignOverdue > 0')).toEqual([issue.key]);
  });

  it('does not count a change request that was raised where not everybody sees it', async () => {
    const secret = app.sandbox.site.createIssue({ project: projectId, summary: 'Secret', restricted: true });
    await raise({ issueId: secret.id, requirements: [issue.id] });
    await run();
    expect(holds(secret)).toEqual(figures(1, 'none'));
    expect(holds()).toBeUndefined();
  });

  it('is never believed: what somebody wrote over it changes nothing, and is put right within a week', async () => {
    await record();
    await run();
    overwrite(app.sandbox, issue.id, figures(9, 'major', 9, 9));
    await run();
    expect(await badgeFor(app, PEOPLE.member, issue.id)).toEqual({ label: '0', type: 'default' });
    app.sandbox.clock.advance(7 * DAY + HOUR);
    await run();
    expect(holds()).toMatchObject({ changes: { open: 0 }, feedback: { open: 1 } });
  });

  it('of an issue that is deleted is not asked for again', async () => {
    await record();
    await record(other);
    app.sandbox.site.deleteIssue(issue.id);
    expect(await writes()).toBe(2);
    expect(await writes()).toBe(0);
    expect(holds(other)).toEqual(figures(0, 'none', 1));
  });

  it('is written on all of many issues', async () => {
    const { site } = app.sandbox;
    const many = Array.from({ length: 60 }, (_, index) =>
      site.createIssue({ project: projectId, summary: `Requirement ${index}` }),
    );
    for (const one of many) await record(one);
    expect(await writes()).toBe(60);
    for (const one of many) expect(holds(one)).toEqual(figures(0, 'none', 1));
  });
});

describe('when Jira does not let the app write', () => {
  it('on one issue, that one is tried again later and the others are written', async () => {
    const { clock, site } = app.sandbox;
    await record();
    await record(other);
    site.archiveIssue(issue.id);
    await run();
    expect([holds(), holds(other)]).toEqual([undefined, figures(0, 'none', 1)]);
    site.unarchiveIssue(issue.id);
    clock.advance(HOUR);
    expect(await writes()).toBe(0);
    clock.advance(5 * HOUR);
    await run();
    expect(holds()).toMatchObject({ feedback: { open: 1 } });
  });

  it('because the hour is spent, nothing is asked until it said', async () => {
    const { clock, faults } = app.sandbox;
    await record();
    await record(other);
    faults.add({
      target: 'jira',
      matching: 'properties',
      skip: 1,
      effect: { type: 'status', status: 429, headers: QUOTA },
    });
    await run();
    expect([holds(), holds(other)].filter((value) => value !== undefined)).toHaveLength(1);
    clock.advance(25 * 60_000);
    expect(await writes()).toBe(0);
    clock.advance(6 * 60_000);
    expect(await writes()).toBe(1);
    expect([holds(), holds(other)]).toEqual([figures(0, 'none', 1), figures(0, 'none', 1)]);
  });

  it('because something is out of order on one issue, the others follow in the next run', async () => {
    await record();
    await record(other);
    const broken = { target: 'jira', matching: 'properties', effect: { type: 'status', status: 410 } } as const;
    app.sandbox.faults.add(broken);
    await run();
    expect([holds(), holds(other)]).toEqual([undefined, undefined]);
    await run();
    expect([holds(), holds(other)].filter((value) => value !== undefined)).toHaveLength(1);
    app.sandbox.clock.advance(20 * 60_000);
    await run();
    expect([holds(), holds(other)]).toEqual([figures(0, 'none', 1), figures(0, 'none', 1)]);
  });
});

describe('runs that die or meet', () => {
  const cases = (['kill-before', 'kill-after'] as const).flatMap((effect) =>
    (['sql', 'jira'] as const).map((target) => ({ effect, target })),
  );

  it.each(cases)('at any $target call ($effect), and the next one ends in step', async ({ effect, target }) => {
    const { faults, meter } = app.sandbox;
    for (let skip = 0, open = 1, cut = true; cut; skip += 1, open += 1) {
      await record();
      await record(other);
      meter.reset();
      faults.add({ target, skip, effect: { type: effect } });
      await run().catch(() => undefined);
      faults.clear();
      cut = meter.invocations().some(({ outcome }) => outcome === 'killed');
      await run();
      expect([holds(), holds(other)]).toEqual([figures(0, 'none', open), figures(0, 'none', open)]);
      expect(await writes()).toBe(0);
    }
  });

  it('at once: what both wrote is written again by the next, whoever was last', async () => {
    let open = 0;
    // Two runs may also miss each other, which leaves nothing to be noticed: then two others are tried.
    for (let noticed = 0; noticed === 0 && open < 20;) {
      await record();
      open += 1;
      await Promise.all([run(), run()]);
      // As if the slower of two had brought older figures after the faster one had noted its own.
      overwrite(app.sandbox, issue.id, figures(0, 'none', 99));
      noticed = await writes();
    }
    expect(holds()).toEqual(figures(0, 'none', open));
    expect(await writes()).toBe(0);
  });
});

describe('the badge', () => {
  it('counts the open change requests that the viewer finds in the list, with the highest tier', async () => {
    await mirrorProject(app, projectId);
    const change = await raise({ requirements: [other.id] });
    await app.succeed('change.freeze', onChange(change), caller());
    await raise({ issueId: other.id });
    expect(await badgeFor(app, PEOPLE.reader, issue.id)).toEqual({ label: '1 !', type: 'inprogress' });
    expect(await badgeFor(app, PEOPLE.reader, other.id)).toEqual({ label: '2 !', type: 'inprogress' });
  });

  it('is not given to those who may not see the issue, nor tells of issues that they may not see', async () => {
    const secret = app.sandbox.site.createIssue({ project: projectId, summary: 'Secret', restricted: true });
    await raise({ issueId: secret.id, requirements: [issue.id] });
    expect(await badgeFor(app, PEOPLE.member, issue.id)).toEqual({ label: '1', type: 'new' });
    expect(await badgeFor(app, PEOPLE.reader, issue.id)).toEqual({ label: '0', type: 'default' });
    for (const stranger of [PEOPLE.reader, PEOPLE.outsider, 'nobody-knows', 'unidentified']) {
      expect(await badgeFor(app, stranger, secret.id)).toBeNull();
    }
    expect(await badgeFor(app, PEOPLE.outsider, issue.id)).toBeNull();
  });

  it.each([
    { target: 'sql', effect: { type: 'status', status: 500 } },
    { target: 'jira', effect: { type: 'status', status: 403 } },
    { target: 'jira', effect: { type: 'status', status: 429, headers: QUOTA } },
  ] as const)('is left away when $target does not answer ($effect.status)', async (fault) => {
    await raise();
    app.sandbox.faults.add({ ...fault, times: 5 });
    expect(await badgeFor(app, PEOPLE.member, issue.id)).toBeNull();
    app.sandbox.faults.clear();
    expect(await badgeFor(app, PEOPLE.member, issue.id)).toEqual({ label: '1', type: 'new' });
  });
});

test('the list behind the badge is read through its own resolver, which answers nothing else', async () => {
  await raise();
  const ask = (procedure: string, payload: unknown) =>
    app.sandbox.invoke({
      moduleKey: 'impact-context',
      procedure,
      payload,
      accountId: PEOPLE.member,
      issueIdOrKey: issue.id,
    });
  expect(await ask('impact.overview', { issueId: issue.id })).toMatchObject({
    ok: true,
    data: { changes: [{ number: 1 }] },
  });
  const refused = await ask('change.raise', aChange({ issueId: issue.id }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } });
});
