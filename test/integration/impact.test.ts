import { randomUUID } from 'node:crypto';
import type { Issue } from '../../sandbox/api';
import type { ImpactResult } from '../../src/contract/impact';
import { catchUp } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const HOUR = 60 * 60;
const DAY = 8 * HOUR;

let app: PreparedSandbox;
let projectId: string;
/** The changed issue, what requires it, what requires that, its test, a hidden one in between and what lies behind. */
let start: Issue;
let near: Issue;
let far: Issue;
let check: Issue;
let hidden: Issue;
let behind: Issue;
let elsewhere: Issue;
let lonely: Issue;

beforeAll(async () => {
  app = await prepareSandbox();
  const { site } = app.sandbox;
  projectId = site.createProject({ key: 'IMP', name: 'Impact' }).id;
  const other = site.createProject({ key: 'OTH', name: 'Other' });
  const version = site.createVersion({ project: projectId, name: 'Spring', releaseDate: '2027-01-15' });
  const create = (summary: string, more: object = {}) =>
    site.createIssue({ project: projectId, type: 'Story', status: 'To Do', statusCategory: 'new', summary, ...more });
  const versions = { fixVersions: [version.name] };
  start = create('Deposit a collection', { originalEstimateSeconds: 2 * DAY, ...versions });
  near = create('Publish a collection', { originalEstimateSeconds: 3 * DAY, ...versions });
  far = create('Index a collection', { originalEstimateSeconds: 4 * DAY });
  check = create('Check the deposit', { type: 'Test' });
  hidden = create('Secret ingredient', { restricted: true, originalEstimateSeconds: 5 * DAY });
  behind = create('Behind the secret', { originalEstimateSeconds: 1 * DAY });
  lonely = create('Deposit a single file');
  elsewhere = site.createIssue({ project: other.id, type: 'Story', summary: 'Deposit elsewhere' });
  const requires = { outward: 'requires', inward: 'is required by', type: 'Requires' };
  site.addLink({ ...requires, from: near.key, to: start.key });
  site.addLink({ ...requires, from: far.key, to: near.key });
  site.addLink({ ...requires, from: hidden.key, to: start.key });
  site.addLink({ ...requires, from: behind.key, to: hidden.key });
  site.addLink({ ...requires, from: elsewhere.key, to: start.key });
  site.addLink({ type: 'Tests', outward: 'tests', inward: 'is tested by', from: check.key, to: start.key });
  await app.sandbox.deliver('avi:forge:installed:app');
}, 60_000);
afterAll(() => app.sandbox.close());

const member = () => ({ as: PEOPLE.member, on: start.id });
const reader = () => ({ as: PEOPLE.reader, on: start.id });
const assess = (of: Issue, caller: { as: string; on: string } = member(), reviews: object[] = []) =>
  app.succeed('impact.assess', { issueId: of.id, reviews: reviews as never }, caller);

const keysOf = ({ scope }: ImpactResult) => scope.rows.map(({ issue }) => issue.key);

describe('before the project has been read', () => {
  it('the overview says so, and nothing is assessed', async () => {
    expect((await app.succeed('impact.overview', { issueId: start.id }, member())).readiness).toEqual({
      state: 'unprepared',
    });
    const error = await app.refuse('impact.assess', { issueId: start.id, reviews: [] }, member());
    expect(error).toMatchObject({ code: 'MIRROR_NOT_READY', retryAfterSeconds: 30 });
  });

  it('who may edit the issue has it read, and the overview shows how far that is', async () => {
    const refused = await app.refuse('impact.prepare', { commandId: randomUUID(), issueId: start.id }, reader());
    expect(refused.code).toBe('NOT_ALLOWED');
    await app.succeed('impact.prepare', { commandId: randomUUID(), issueId: start.id }, member());
    expect((await app.succeed('impact.overview', { issueId: start.id }, member())).readiness).toMatchObject({
      state: 'preparing',
      done: 0,
    });
    await catchUp(app.sandbox);
    const overview = await app.succeed('impact.overview', { issueId: start.id }, member());
    expect(overview).toMatchObject({ readiness: { state: 'ready' }, mayEdit: true, currency: 'USD' });
    expect(overview.issue).toEqual({ id: start.id, key: start.key, projectId });
    expect(overview.trackRecord).toMatchObject({ analyses: 0, found: null, tuning: true });
  });

  it('asking again changes nothing once it is there', async () => {
    const before = await app.sandbox.query('SELECT * FROM mirror_project');
    await app.succeed('impact.prepare', { commandId: randomUUID(), issueId: start.id }, member());
    expect(await app.sandbox.query('SELECT * FROM mirror_project')).toEqual(before);
  });
});

describe('what would happen if an issue changed', () => {
  it('lists what is affected with its path in the words of the links', async () => {
    const result = await assess(start);
    expect(keysOf(result)).toEqual(expect.arrayContaining([near.key, far.key, check.key, hidden.key, behind.key]));
    const row = result.scope.rows.find(({ issue }) => issue.id === far.id);
    expect(row?.path.map(({ issue, words }) => [issue?.key, words])).toEqual([
      [start.key, null],
      [near.key, 'is required by'],
      [far.key, 'is required by'],
    ]);
    expect(row).toMatchObject({ type: 'Story', isRequirement: true, effortSource: 'estimate', isRework: false });
    expect(result.scope.starts.map(({ key }) => key)).toEqual([start.key]);
    expect(result.quality.tests.map(({ key }) => key)).toEqual([check.key]);
    expect(result.schedule.milestones).toMatchObject([
      { version: { name: 'Spring', date: '2027-01-15' }, openIssues: 2 },
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['someEstimatesMissing', 'noHistory', 'noRate', 'noBudget']),
    );
  });

  it('counts what the viewer may not see, and shows a step without a name where it lies on a path', async () => {
    const [all, seen] = [await assess(start), await assess(start, reader())];
    expect(seen.scope.hidden).toBe(all.scope.hidden + 1);
    expect(JSON.stringify(seen)).not.toContain(hidden.key);
    expect(JSON.stringify(seen)).not.toContain(hidden.summary);
    const row = seen.scope.rows.find(({ issue }) => issue.id === behind.id);
    expect(row?.path.map(({ issue }) => issue?.key ?? null)).toEqual([start.key, null, behind.key]);
    expect(seen.cost).toEqual(all.cost);
    for (const { from, to } of seen.scope.edges) {
      expect(Math.max(from, to)).toBeLessThan(seen.scope.rows.length);
      expect(Math.min(from, to)).toBeGreaterThanOrEqual(-seen.scope.starts.length);
    }
  });

  it('does not hear what is said of an issue that the viewer may not see', async () => {
    const exclude = (issue: Issue) => [{ issueId: issue.id, verdict: 'exclude', reason: 'Not this', effort: null }];
    const [plain, probing] = [await assess(start, reader()), await assess(start, reader(), exclude(hidden))];
    expect(probing).toEqual(plain);
    const excluding = await assess(start, member(), exclude(hidden));
    expect(keysOf(excluding)).not.toContain(behind.key);
    expect(excluding.cost.effort.likely).toBeLessThan(plain.cost.effort.likely);
  });

  it('offers similar texts where nothing is linked, never as a row', async () => {
    const result = await assess(lonely);
    expect(result.scope.rows).toEqual([]);
    expect(result.warnings.map(({ code }) => code)).toContain('noLinks');
    expect(result.scope.similar.map(({ issue }) => issue.key)).toContain(start.key);
  });

  it('follows a link into another project once that is mirrored too', async () => {
    expect(keysOf(await assess(start))).not.toContain(elsewhere.key);
    const caller = { as: PEOPLE.admin, on: elsewhere.id };
    await app.succeed('impact.prepare', { commandId: randomUUID(), issueId: elsewhere.id }, caller);
    await catchUp(app.sandbox);
    expect(keysOf(await assess(start))).toContain(elsewhere.key);
  });

  it('asks Jira and the database a few times only, and writes nothing', async () => {
    app.sandbox.meter.reset();
    await assess(start);
    const [invocation] = app.sandbox.meter.invocations();
    expect(invocation).toMatchObject({ sqlStatements: 3, outcome: 'returned' });
    const jira = invocation?.calls.filter(({ kind }) => kind === 'jira');
    expect(jira?.map(({ what, as }) => [what, as])).toEqual([
      ['GET /rest/api/3/issue/{issueIdOrKey}', 'user'],
      ['POST /rest/api/3/permissions/check', 'user'],
    ]);
    const written = invocation?.calls.filter(({ kind, what }) => kind === 'sql' && !/^\(?SELECT/iu.test(what));
    expect(written).toEqual([]);
  });

  it('is refused to those who may not see the issue, as if it did not exist', async () => {
    const outsider = { as: PEOPLE.outsider, on: start.id };
    const refusals = await Promise.all([
      app.refuse('impact.assess', { issueId: start.id, reviews: [] }, outsider),
      app.refuse('impact.overview', { issueId: start.id }, outsider),
      app.refuse('impact.assess', { issueId: '999999', reviews: [] }, member()),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(['ISSUE_NOT_FOUND', 'ISSUE_NOT_FOUND', 'ISSUE_NOT_FOUND']);
  });

  it('still answers while the issue is deleted or moved under its hands', async () => {
    const { site } = app.sandbox;
    const doomed = site.createIssue({ project: projectId, type: 'Story', summary: 'Soon gone' });
    site.addLink({ type: 'Requires', from: doomed.key, to: start.key });
    await catchUp(app.sandbox);
    expect(keysOf(await assess(start))).toContain(doomed.key);
    // The mirror does not know yet.
    site.deleteIssue(doomed.id);
    const during = await assess(start);
    expect(keysOf(during)).not.toContain(doomed.key);
    expect(during.scope.hidden).toBeGreaterThan(0);
    await catchUp(app.sandbox);
    expect((await assess(start)).scope.hidden).toBe(0);
  });
});

describe('swaps', () => {
  it('offers requirements of similar effort that nobody has begun, those the viewer sees', async () => {
    const effort = { low: 2, likely: 4, high: 8 };
    const offers = await app.succeed('impact.swaps', { issueId: start.id, effort }, member());
    expect(offers.map(({ issue }) => issue.key)).toEqual(expect.arrayContaining([far.key, near.key]));
    expect(offers.map(({ issue }) => issue.key)).not.toContain(start.key);
    const refused = await app.refuse('impact.swaps', { issueId: start.id, effort }, reader());
    expect(refused.code).toBe('NOT_ALLOWED');
  });
});
