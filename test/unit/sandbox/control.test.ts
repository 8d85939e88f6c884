import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sandbox } from '../../../sandbox/api';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { platformRoutes } from '../../../sandbox/web/control/platformRoutes';
import { controlRoutes } from '../../../sandbox/web/control/routes';
import { wikiControlRoutes } from '../../../sandbox/web/control/wikiRoutes';
import type { SiteContext } from '../../../sandbox/web/siteContext';
import { siteRoutes } from '../../../sandbox/web/siteRoutes';
import { readSurfaces } from '../../../sandbox/web/surfaces';
import { smallApp } from './app';

const ROOT = path.resolve(__dirname, '../../..');
const ORIGIN = 'http://localhost:8080';
const BACKEND = `
const api = require(${JSON.stringify(require.resolve('@forge/api'))});
exports.resolve = async () => {
  const answer = await api.asUser().requestJira(api.route\`/rest/api/3/myself\`);
  return answer.status;
};
exports.onIssue = () => undefined;
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/test' }
permissions: { scopes: ['read:jira-user', 'read:jira-work'] }
modules:
  jira:issuePanel: [{ key: panel, title: Panel, icon: 'https://example.test/i.svg', resource: main, resolver: { function: resolver } }]
  trigger: [{ key: issues, function: on-issue, events: ['avi:jira:created:issue'] }]
  function:
    - { key: resolver, handler: index.resolve }
    - { key: on-issue, handler: index.onIssue }
resources: [{ key: main, path: . }]
`;

const app = smallApp(BACKEND, MANIFEST);
let sandbox: Sandbox;
let site: SiteContext;

beforeEach(async () => {
  sandbox = await app.open();
  site = {
    sandbox,
    surfaces: readSurfaces(path.join(app.folder, 'manifest.yml')),
    siteOrigin: ORIGIN,
    frameOrigin: 'http://localhost:8081',
    incompleteness: new Incompleteness(),
    violations: new Set(),
  };
});
afterEach(() => sandbox.close());
afterAll(() => app.remove());

async function answer(method: string, address: string, body?: unknown): Promise<Response | null> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  for (const routes of [siteRoutes, controlRoutes, platformRoutes, wikiControlRoutes]) {
    const response = await routes(site).answer(new Request(`${ORIGIN}${address}`, { method, ...sent }));
    if (response !== null) return response;
  }
  return null;
}

async function told(method: string, address: string, body?: unknown): Promise<unknown> {
  return (await answer(method, `/__sandbox/${address}`, body))?.json();
}

const invoke = () =>
  told('POST', 'invoke', {
    moduleKey: 'panel',
    procedure: 'who',
    payload: {},
    accountId: 'sandbox-member',
    issue: 'HARBOR-4',
  });

function documented(): readonly string[] {
  const text = readFileSync(path.join(ROOT, 'docs/sandbox.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| `') && line.includes('/__sandbox/'));
  return rows.flatMap((row) => {
    const requests = row.split('|')[1]?.matchAll(/`(GET|POST|DELETE) (\S+)`/gu) ?? [];
    return [...requests].map(([, method = '', address = '']) => `${method} ${address}`);
  });
}

describe('the control API', () => {
  it('has every request that is documented', async () => {
    expect(documented().length).toBeGreaterThan(20);
    for (const request of documented()) {
      const [method = '', address = ''] = request.split(' ');
      const response = await answer(method, address, method === 'POST' ? { no: 'such thing' } : undefined);
      expect({ request, missing: response === null || response.status === 405 }).toEqual({ request, missing: false });
    }
    expect(await answer('POST', '/__sandbox/nothing', {})).toBeNull();
  });

  it('makes calls fail, and the invocation die, as often as it is told', async () => {
    expect(await invoke()).toEqual({ value: 200 });
    const headers = { 'Retry-After': '7' };
    await told('POST', 'faults', { target: 'jira', effect: { type: 'status', status: 429, headers } });
    expect(await invoke()).toEqual({ value: 429 });
    await told('POST', 'faults', { target: 'jira', skip: 1, effect: { type: 'kill-before' } });
    expect(await invoke()).toEqual({ value: 200 });
    expect(await invoke()).toMatchObject({ error: expect.any(String) as string });
    await told('POST', 'faults', { target: 'jira', times: 5, effect: { type: 'status', status: 500 } });
    await told('DELETE', 'faults');
    expect(await invoke()).toEqual({ value: 200 });
  });

  it('doubles and drops what the site tells the app', async () => {
    const issue = { action: 'createIssue', project: 'HARBOR', summary: 'Made by a script' };
    await told('POST', 'events', { plan: { seed: 1, double: 1 } });
    await told('POST', 'site', issue);
    expect(await told('POST', 'events', { deliver: 'all' })).toEqual({ delivered: 2 });
    await told('POST', 'events', { plan: { seed: 1, drop: 1 } });
    await told('POST', 'site', issue);
    expect(await told('POST', 'events', { deliver: 'all' })).toEqual({ delivered: 0 });
  });

  it('sets the clock and the quota', async () => {
    await told('POST', 'clock', { set: '2026-03-02T08:00:00Z' });
    expect(await told('POST', 'clock', { advance: 60_000 })).toMatchObject({
      now: expect.stringMatching(/^2026-03-02T08:01/u) as string,
    });
    await told('POST', 'quota', { used: 65_000 });
    expect(await invoke()).toEqual({ value: 429 });
    await told('DELETE', 'quota');
    expect(await invoke()).toEqual({ value: 200 });
  });
});

describe('the meter', () => {
  it('tells as JSON and as a page what each run used, all together, and what a thousand would cost', async () => {
    for (let count = 0; count < 3; count += 1) await invoke();
    const usage = { jiraPoints: 3, restCalls: 1, outcome: 'returned' };
    expect(await told('GET', 'meter.json')).toMatchObject({
      total: { invocations: 3, jiraPoints: 9, restCalls: 3, sqlStatements: 0, kvsReadUnits: 0 },
      byName: [{ name: 'who', invocations: 3, dollarsPerThousand: expect.any(Number) as number }],
      byEndpoint: [{ what: 'GET /rest/api/3/myself', calls: 3, points: 9 }],
      invocations: [usage, usage, usage],
    });
    const page = (await (await answer('GET', '/__sandbox/meter'))?.text()) ?? '';
    const cells = [...page.matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/gu, ''));
    const all = cells.slice(cells.indexOf('All together'));
    expect(all.slice(0, 4)).toEqual(['All together', '3', '9', '0']);
    expect(all[7]).toMatch(/^\$0\.0/u);
    expect(page).toContain('GB-seconds');
    await told('DELETE', 'meter.json');
    expect(await told('GET', 'meter.json')).toMatchObject({ total: { invocations: 0 }, invocations: [] });
  });
});
