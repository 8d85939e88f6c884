import { randomUUID } from 'node:crypto';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import { aRestrictedIssue } from '../support/issues';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { setScene } from '../support/scene';

const KEY = 'countersign-byline';
const macroId = randomUUID();
let app: PreparedSandbox;
let hidden: string;

const wiki = () => app.sandbox.site.wiki;
const idOf = (key: string) => app.sandbox.site.findIssue(key)?.id ?? '';
const bodyOf = (...keys: readonly string[]) =>
  ({ type: 'doc', version: 1, content: [paragraph('What we agreed: ', ...keys.map(smartLink))] }) as const;

function aPage(...keys: readonly string[]): string {
  return wiki().createPage({ space: 'HP', title: randomUUID(), body: bodyOf(...keys), by: PEOPLE.admin }).id;
}

async function settle(): Promise<void> {
  await app.sandbox.events.deliverAll();
  app.sandbox.clock.advance(5 * 60_000);
  await app.sandbox.runSchedule('property-sync');
}

const byline = (pageId: string): unknown =>
  wiki()
    .properties(pageId)
    .find(({ key }) => key === KEY)?.value ?? null;
const saying = (title: string) => ({ title, tooltip: 'Issues that this page mentions' });

async function freeze(pageId: string, isForEveryone: boolean): Promise<string> {
  const source = { source: 'page', pageId } as const;
  const caller = { as: PEOPLE.member, on: idOf('HARBOR-2') };
  const { digest } = await app.succeed('edition.preview', { pageId, source }, caller);
  const payload = { commandId: randomUUID(), pageId, macroId, source, name: 'March', date: '2026-03-31' };
  const published = isForEveryone ? { forEveryone: digest } : {};
  return (await app.succeed('edition.freeze', { ...payload, ...published }, caller)).id;
}

beforeAll(async () => {
  app = await prepareSandbox();
  await app.sandbox.deliver('avi:forge:installed:app');
  hidden = aRestrictedIssue(app.sandbox).key;
  await mirrorProject(app, app.sandbox.site.findProject('HARBOR')?.id ?? '');
  await settle();
}, 60_000);
afterAll(() => app.sandbox.close());
afterEach(() => {
  app.sandbox.faults.clear();
});

describe('the byline of a page', () => {
  it('counts what the page mentions, follows its changes, and goes with the last mention', async () => {
    const pageId = aPage('HARBOR-3', 'HARBOR-4', 'HARBOR-3');
    await settle();
    expect(byline(pageId)).toEqual(saying('2 requirements'));
    wiki().updatePage(pageId, { body: bodyOf('HARBOR-3') });
    await settle();
    expect(byline(pageId)).toEqual(saying('1 requirement'));
    wiki().updatePage(pageId, { body: bodyOf() });
    await settle();
    expect(byline(pageId)).toBeNull();
  });

  it('says the same whatever became of the issues, and whether or not they exist', async () => {
    const pages = [aPage('HARBOR-3', 'HARBOR-4'), aPage('HARBOR-3', hidden), aPage('HARBOR-998', 'HARBOR-999')];
    const scene = await setScene(app, idOf('HARBOR-5'), new Set(['awaiting']));
    pages.push(aPage(app.sandbox.site.findIssue(scene.issueId)?.key ?? '', 'HARBOR-4'));
    await settle();
    expect(pages.map(byline)).toEqual(pages.map(() => saying('2 requirements')));
  });

  it('speaks the language of its page', async () => {
    const { id } = wiki().createPage({
      space: 'HP',
      title: '发布 1.1 的需求',
      body: bodyOf('HARBOR-3'),
      by: PEOPLE.admin,
    });
    await settle();
    expect(byline(id)).toEqual({ title: '1 项需求', tooltip: '本页提到的事务' });
  });

  it('tells what waits for the client only as an edition says that everyone may read, of what the page mentions', async () => {
    const scene = await setScene(app, idOf('HARBOR-6'), new Set(['awaiting']));
    const { key = '' } = app.sandbox.site.findIssue(scene.issueId) ?? {};
    const pageId = aPage(key, 'HARBOR-4');
    await freeze(pageId, false);
    await settle();
    expect(byline(pageId)).toEqual(saying('2 requirements'));

    const editionId = await freeze(pageId, true);
    await settle();
    expect(byline(pageId)).toEqual({
      title: '2 requirements, 1 waiting for the client',
      tooltip: 'Waiting for the client as of 2026-03-31, in the last edition that was published',
    });
    wiki().updatePage(pageId, { body: bodyOf('HARBOR-4') });
    await settle();
    expect(byline(pageId)).toEqual(saying('1 requirement'));
    wiki().updatePage(pageId, { body: bodyOf(key) });
    await settle();
    expect(byline(pageId)).toMatchObject({ title: '1 requirement, 1 waiting for the client' });

    const command = { commandId: randomUUID(), editionId };
    await app.succeed('edition.erase', command, { as: PEOPLE.admin, on: idOf('HARBOR-2') });
    await settle();
    expect(byline(pageId)).toEqual(saying('1 requirement'));
  });
});

describe('keeping bylines in step', () => {
  it('leaves alone what is restricted to some people, and what says so already', async () => {
    const [open, restricted] = [aPage('HARBOR-3'), aPage('HARBOR-3')];
    wiki().restrictPage(restricted, { readers: [PEOPLE.admin] });
    await settle();
    expect([byline(open), byline(restricted)]).toEqual([saying('1 requirement'), null]);
    const version = () => wiki().properties(open)[0]?.version.number;
    wiki().updatePage(open, { message: 'once more' });
    await settle();
    expect(version()).toBe(1);
  });

  it('costs an event one statement and a run with nothing to do two', async () => {
    aPage('HARBOR-3');
    app.sandbox.meter.reset();
    await app.sandbox.events.deliverAll();
    expect(app.sandbox.meter.total()).toMatchObject({ jiraPoints: 0, confluencePoints: 0, sqlStatements: 1 });
    await settle();
    app.sandbox.meter.reset();
    await app.sandbox.runSchedule('property-sync');
    expect(app.sandbox.meter.total()).toMatchObject({ jiraPoints: 0, confluencePoints: 0, sqlStatements: 2 });
  });

  it.each([
    ['fails', { target: 'confluence', times: 12, effect: { type: 'status', status: 500 } }],
    [
      'asks to wait',
      { target: 'confluence', times: 12, effect: { type: 'status', status: 429, headers: { 'Retry-After': '60' } } },
    ],
    ['dies', { target: 'confluence', skip: 1, effect: { type: 'kill-after' } }],
  ] as const)('is made up for after Confluence or the invocation %s', async (_what, fault) => {
    const pageId = aPage('HARBOR-3', 'HARBOR-4');
    app.sandbox.faults.add(fault);
    await settle().catch(() => undefined);
    expect(byline(pageId)).toBeNull();
    app.sandbox.faults.clear();
    app.sandbox.clock.advance(20 * 60_000);
    await settle();
    expect(byline(pageId)).toEqual(saying('2 requirements'));
  });

  it('asks Confluence as the app for a few routes, and writes nothing but the property', async () => {
    const pageId = aPage('HARBOR-3');
    app.sandbox.meter.reset();
    await settle();
    wiki().updatePage(pageId, { body: bodyOf('HARBOR-3', 'HARBOR-4') });
    await settle();
    wiki().updatePage(pageId, { body: bodyOf() });
    await settle();
    const calls = app.sandbox.meter.invocations().flatMap((invocation) => invocation.calls);
    const asked = calls.filter(({ kind }) => kind === 'confluence').map(({ as, what }) => `${as} ${what}`);
    const properties = '/wiki/api/v2/pages/{page-id}/properties';
    expect([...new Set(asked)].toSorted()).toEqual([
      `app DELETE ${properties}/{property-id}`,
      'app GET /wiki/api/v2/pages/{id}',
      `app GET ${properties}`,
      `app POST ${properties}`,
      `app PUT ${properties}/{property-id}`,
    ]);
    expect(app.sandbox.incomplete()).toEqual([]);
  });

  it('has an event sent again that could not be noted', async () => {
    const pageId = aPage('HARBOR-3');
    app.sandbox.faults.add({ target: 'sql', times: 3, effect: { type: 'status', status: 500 } });
    await app.sandbox.events.deliverDue();
    app.sandbox.faults.clear();
    await settle();
    expect(byline(pageId)).toEqual(saying('1 requirement'));
  });
});
