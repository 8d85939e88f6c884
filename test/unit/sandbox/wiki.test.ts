import path from 'node:path';
import type { Sandbox } from '../../../sandbox/api';
import { smallApp } from './app';
import { pageWith } from './support';

const BACKEND = `
const { asApp, asUser, route } = require(${JSON.stringify(require.resolve('@forge/api'))});
const steps = {
  page: async ({ id, as }) => {
    const caller = as === 'app' ? asApp() : asUser();
    const answer = await caller.requestConfluence(route\`/wiki/api/v2/pages/\${id}\`);
    return [answer.status, (await answer.json()).title ?? null];
  },
  write: async ({ id, value }) => {
    const body = JSON.stringify({ key: 'mine', value });
    const headers = { 'Content-Type': 'application/json' };
    return (await asUser().requestConfluence(route\`/wiki/api/v2/pages/\${id}/properties\`, { method: 'POST', headers, body })).status;
  },
  projects: async () => (await asUser().requestJira(route\`/rest/api/3/project/search\`)).status,
};
exports.resolve = ({ call }) => steps[call.functionKey](call.payload);
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/test' }
permissions: { scopes: ['read:jira-work', 'read:page:confluence', 'write:page:confluence'] }
modules:
  macro: [{ key: macro, resolver: { function: resolver } }]
  function: [{ key: resolver, handler: index.resolve }]
`;

describe("the site's Confluence", () => {
  const app = smallApp(BACKEND, MANIFEST);
  let sandbox: Sandbox;
  let pageId: string;
  const call = (procedure: string, payload: unknown, accountId = 'sandbox-member') =>
    sandbox.invoke({ moduleKey: 'macro', procedure, payload, accountId });

  beforeEach(async () => {
    sandbox = await app.open();
    pageId = sandbox.site.wiki.createPage({ space: 'HP', title: 'Mine', body: pageWith('text') }).id;
  });
  afterEach(() => sandbox.close());
  afterAll(() => app.remove());

  it('answers the app as the user and as itself, and counts the points apart', async () => {
    expect(await call('page', { id: pageId })).toEqual([200, 'Mine']);
    expect(await call('page', { id: pageId, as: 'app' })).toEqual([200, 'Mine']);
    expect(await call('page', { id: pageId }, 'sandbox-outsider')).toEqual([404, null]);
    expect(sandbox.meter.total()).toMatchObject({ jiraPoints: 0, confluencePoints: 5, restCalls: 3 });
    expect(sandbox.meter.byEndpoint()).toMatchObject([
      { kind: 'confluence', what: 'GET /wiki/api/v2/pages/{id}', calls: 3, points: 5 },
    ]);
  });

  it('keeps what the two products allow apart', async () => {
    expect(await call('page', { id: pageId }, 'sandbox-wiki-reader')).toEqual([200, 'Mine']);
    expect(await call('projects', {}, 'sandbox-wiki-reader')).toBe(403);
    sandbox.site.wiki.setLevel('HP', 'sandbox-admin', 'none');
    expect(await call('page', { id: pageId }, 'sandbox-admin')).toEqual([404, null]);
    expect(await call('projects', {}, 'sandbox-admin')).toBe(200);
  });

  it('is struck by faults of its own', async () => {
    sandbox.faults.add({ target: 'confluence', effect: { type: 'status', status: 503 } });
    expect(await call('projects', {})).toBe(200);
    expect(await call('page', { id: pageId })).toEqual([503, null]);
    expect(await call('page', { id: pageId })).toEqual([200, 'Mine']);
  });

  it('answers the page through the bridge', async () => {
    const request = { method: 'GET', path: `/wiki/api/v2/pages/${pageId}`, headers: {}, body: null };
    const ask = async (accountId: string) => (await sandbox.requestConfluence({ ...request, accountId })).status;
    expect([await ask('sandbox-reader'), await ask('sandbox-outsider')]).toEqual([200, 404]);
    expect(sandbox.meter.bridgeCalls()).toMatchObject([{ kind: 'confluence' }, { kind: 'confluence' }]);
  });

  it('is there again after a restart, the sample pages once', async () => {
    const directory = path.join(app.folder, 'state');
    const first = await app.open({ directory });
    const { id } = first.site.wiki.createPage({ space: 'HP', title: 'Kept', body: pageWith('text') });
    first.site.wiki.writeProperty(id, 'key', { a: 1 });
    const titles = first.site.wiki.pages().map(({ title }) => title);
    await first.close();
    const second = await app.open({ directory });
    expect(second.site.wiki.pages().map(({ title }) => title)).toEqual(titles);
    expect(second.site.wiki.properties(id)).toMatchObject([{ key: 'key', value: { a: 1 } }]);
    await second.close();
  });

  it('refuses what cannot be', () => {
    const { wiki } = sandbox.site;
    const page = { space: 'HP', title: 'Mine', body: pageWith('again') };
    expect(() => wiki.createPage(page)).toThrow('already');
    expect(() => wiki.createPage({ ...page, title: 'Other', parentId: '1' })).toThrow('no page');
    expect(() => wiki.createPage({ ...page, space: 'NONE' })).toThrow('no space');
    expect(() => wiki.updatePage('1', {})).toThrow('no page');
    expect(() => {
      wiki.setLevel('HP', 'nobody', 'read');
    }).toThrow('no person');
  });
});
