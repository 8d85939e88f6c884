import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Issue } from '../../sandbox/api';
import type { ChangeDetail, ChangeSummary } from '../../src/contract/change';
import { aChange, aDecision, onChange } from '../support/builders';
import { catchUp, mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

const DAY = 8 * 60 * 60;
const REQUIRES = { type: 'Requires', outward: 'requires', inward: 'is required by' };

let app: PreparedSandbox;
let projectId: string;
let start: Issue;
let near: Issue;
let hidden: Issue;
let faint: Issue;

beforeAll(async () => {
  app = await prepareSandbox();
  const { site } = app.sandbox;
  projectId = site.createProject({ key: 'FRZ', name: 'Frozen' }).id;
  const create = (summary: string, more: object = {}) =>
    site.createIssue({
      project: projectId,
      type: 'Story',
      status: 'To Do',
      statusCategory: 'new',
      summary,
      originalEstimateSeconds: DAY,
      ...more,
    });
  start = create('Deposit a collection');
  near = create('Publish a collection');
  hidden = create('Secret ingredient', { restricted: true });
  faint = create('Far behind');
  const middle = create('Half way');
  site.addLink({ ...REQUIRES, from: near.key, to: start.key });
  site.addLink({ ...REQUIRES, from: hidden.key, to: start.key });
  site.addLink({ type: 'Relates', outward: 'relates to', inward: 'relates to', from: middle.key, to: start.key });
  site.addLink({ type: 'Relates', from: faint.key, to: middle.key });
  await app.sandbox.deliver('avi:forge:installed:app');
  await mirrorProject(app, projectId);
}, 60_000);
afterAll(() => app.sandbox.close());

const member = () => ({ as: PEOPLE.member, on: start.id });
const reader = () => ({ as: PEOPLE.reader, on: start.id });
const raise = () =>
  app.succeed('change.raise', aChange({ issueId: start.id, requestedBy: null, feedbackId: null }), member());
const freeze = (change: ChangeSummary) => app.succeed('change.freeze', onChange(change), member());
const get = (change: ChangeSummary, caller: { as: string; on: string } = member()): Promise<ChangeDetail> =>
  app.succeed('change.get', { changeId: change.id }, caller);

async function optionOf(change: ChangeSummary): Promise<string> {
  return (await get(change)).options[0]?.id ?? '';
}

describe('a frozen assessment', () => {
  it('is what the live one says, with its tier, engine and digest, and waits for a decision', async () => {
    const frozen = await freeze(await raise());
    expect(frozen).toMatchObject({ state: 'awaitingDecision', tier: 'minor' });
    const detail = await get(frozen);
    const optionId = detail.options[0]?.id ?? '';
    const live = await app.succeed('impact.assess', { changeId: frozen.id, optionId, reviews: [] }, member());
    expect(detail.frozen).toMatchObject({ by: PEOPLE.member, stale: null, deciders: [] });
    expect(detail.frozen?.digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(detail.frozen?.results).toEqual([{ optionId, tier: 'minor', result: live }]);
  });

  it('shows each viewer what they may see', async () => {
    const frozen = await freeze(await raise());
    const seen = JSON.stringify(await get(frozen, reader()));
    expect(seen).not.toContain(hidden.key);
    expect(seen).not.toContain(hidden.summary);
    expect((await get(frozen, reader())).frozen?.results[0]?.result.scope.hidden).toBe(1);
  });

  it('keeps no key, no summary and nobody’s name', async () => {
    const frozen = await freeze(await raise());
    const { digest } = (await get(frozen)).frozen ?? { digest: '' };
    const rows = await app.sandbox.query('SELECT body FROM assessment WHERE digest = ?', [digest]);
    const text = gunzipSync(Buffer.from(rows.map(({ body }) => String(body)).join(''), 'base64')).toString();
    for (const secret of [start.key, near.key, start.summary, PEOPLE.member]) expect(text).not.toContain(secret);
    expect(text).toContain(`"${near.id}"`);
  });

  it('is not shown when what is kept is not what was frozen', async () => {
    const frozen = await freeze(await raise());
    const { digest } = (await get(frozen)).frozen ?? { digest: '' };
    await app.sandbox.query('DELETE FROM assessment WHERE digest = ?', [digest]);
    expect((await get(frozen)).frozen).toBeNull();
  });

  it('says when another engine made it', async () => {
    const frozen = await freeze(await raise());
    const { engine } = (await get(frozen)).frozen ?? { engine: '' };
    expect(engine).toBe('1');
  });

  it('a repeated command gives its first outcome', async () => {
    const command = onChange(await raise());
    const first = await app.succeed('change.freeze', command, member());
    expect(await app.succeed('change.freeze', command, member())).toEqual(first);
  });
});

describe('an attempt to freeze that died', () => {
  const digests = async () => (await app.sandbox.query('SELECT DISTINCT digest FROM assessment')).map(String).length;

  it('leaves what it kept for a day, and what was frozen for good', async () => {
    const frozen = await freeze(await raise());
    const before = await digests();
    const draft = await raise();
    app.sandbox.faults.add({ target: 'sql', matching: 'into `journal`', effect: { type: 'kill-before' } });
    await expect(app.call('change.freeze', onChange(draft), member())).rejects.toThrow();
    app.sandbox.faults.clear();
    expect(await digests()).toBeGreaterThan(before);
    await app.sandbox.runSchedule('hourly');
    expect(await digests()).toBeGreaterThan(before);
    app.sandbox.clock.advance(25 * 60 * 60 * 1_000);
    await app.sandbox.runSchedule('hourly');
    expect(await digests()).toBe(before);
    expect((await get(frozen)).frozen).not.toBeNull();
  });
});

describe('what has changed since', () => {
  it('is named issue by issue, and a decision is only taken knowingly', async () => {
    const frozen = await freeze(await raise());
    const optionId = await optionOf(frozen);
    const { site } = app.sandbox;
    site.updateIssue(near.id, { summary: 'Publish it all', originalEstimateSeconds: 2 * DAY });
    site.updateIssue(hidden.id, { originalEstimateSeconds: 3 * DAY });
    const added = site.createIssue({ project: projectId, type: 'Story', summary: 'Came later' });
    site.addLink({ ...REQUIRES, from: added.key, to: start.key });
    await catchUp(app.sandbox);
    const { stale } = (await get(frozen)).frozen ?? { stale: null };
    const byKey = new Map(stale?.changed.map(({ key, what }) => [key, [...what].toSorted()]));
    expect(byKey.get(near.key)).toEqual(['estimate', 'summary']);
    expect(byKey.get(start.key)).toEqual(['links']);
    expect(byKey.get(added.key)).toEqual(['added']);
    expect(byKey.get(hidden.key)).toEqual(['estimate']);
    const others = (await get(frozen, reader())).frozen?.stale;
    expect(others?.hidden).toBe(1);
    expect(JSON.stringify(others)).not.toContain(hidden.key);

    const decision = { ...onChange(frozen), ...aDecision(optionId), knowingly: false };
    expect((await app.refuse('change.decide', decision, member())).code).toBe('STALE_ASSESSMENT');
    await app.succeed('change.decide', { ...decision, commandId: randomUUID(), knowingly: true }, member());
    expect((await get(frozen)).decision).toMatchObject({ outcome: 'approved', knowingly: true });
  });
});

describe('predicted and actual', () => {
  it('is held together when the change is verified, and makes the track record', async () => {
    const frozen = await freeze(await raise());
    const optionId = await optionOf(frozen);
    let change = await app.succeed('change.decide', { ...onChange(frozen), ...aDecision(optionId) }, member());
    for (const to of ['implementing', 'implemented'] as const) {
      change = await app.succeed('change.move', { ...onChange(change), to, reason: null }, member());
    }
    const { site } = app.sandbox;
    app.sandbox.clock.advance(60_000);
    site.updateIssue(near.id, { description: 'Now with an index' });
    site.updateIssue(faint.id, { timeSpentSeconds: DAY });
    site.updateIssue(hidden.id, { labels: ['unimportant'] });
    await catchUp(app.sandbox);
    const verified = await app.succeed('change.verify', onChange(change), member());
    expect(verified.state).toBe('verified');
    const { actual } = await get(verified);
    expect(actual).toMatchObject({ hits: 1, touched: 2, recall: 0.5, missedHidden: 0 });
    expect(actual?.missed.map(({ key }) => key)).toEqual([faint.key]);
    expect(actual?.precision).toBeCloseTo(1 / (actual?.predicted ?? 0));

    const { trackRecord } = await app.succeed('impact.overview', { issueId: start.id }, member());
    expect(trackRecord).toMatchObject({ analyses: 1, found: 0.5, tuning: true });
    expect(trackRecord.byLinkType).toContainEqual({ type: 'Requires', predicted: 3, hits: 1 });
  });

  it('adjusts the strength of a link type by what it has shown, from the next assessment on', async () => {
    const { scope } = await app.succeed('impact.assess', { issueId: start.id, reviews: [] }, member());
    const row = scope.rows.find(({ issue }) => issue.id === near.id);
    expect(row?.confidence).toBeCloseTo((0.8 * (1 + 10)) / (3 * 0.8 + 10));
  });

  it('is refused before the change is done', async () => {
    const refused = await app.refuse('change.verify', onChange(await raise()), member());
    expect(refused.code).toBe('CHANGE_STEP_NOT_POSSIBLE');
  });
});
