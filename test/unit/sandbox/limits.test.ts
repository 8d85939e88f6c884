import type { Sandbox } from '../../../sandbox/api';
import { smallApp } from './app';

const BACKEND = `
const ask = (path) => globalThis.__forge_fetch__({ type: 'fpp', provider: 'app', remote: 'jira' }, path, {});
const seen = async (answer) => [answer.status, answer.headers.get('ratelimit-reason'), Number(answer.headers.get('retry-after')), answer.headers.get('x-ratelimit-nearlimit')];
const run = async (query, end = '') => {
  const body = JSON.stringify({ query, params: [] });
  return (await globalThis.__forge_fetch__({ type: 'sql', provider: 'app', remote: 'sql' }, '/api/v1/execute' + end, { method: 'POST', body })).status;
};
const count = (statuses) => statuses.filter((status) => status === 429).length;
const steps = {
  ask: async () => seen(await ask('/rest/api/3/field')),
  inTurn: async () => { const all = []; for (let i = 0; i < 250; i += 1) all.push((await ask('/rest/api/3/field')).status); return count(all); },
  atOnce: async () => count(await Promise.all(Array.from({ length: 130 }, async () => (await ask('/rest/api/3/field')).status))),
  ddl: async () => { const all = []; for (let i = 0; i < 27; i += 1) all.push(await run('CREATE TABLE IF NOT EXISTS t (id INT NOT NULL, PRIMARY KEY (id))', '/ddl')); return count(all); },
  dml: async () => count(await Promise.all(Array.from({ length: 200 }, (_, i) => run('INSERT INTO t (id) VALUES (' + i + ')')))),
  dmlInTurn: async () => { const all = []; for (let i = 1000; i < 1400; i += 1) all.push(await run('INSERT INTO t (id) VALUES (' + i + ')')); return count(all); },
};
exports.resolve = ({ call }) => steps[call.functionKey]();
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/test' }
permissions: { scopes: ['read:jira-work'] }
modules:
  jira:issuePanel: [{ key: panel, resolver: { function: resolver } }]
  function: [{ key: resolver, handler: index.resolve }]
`;

describe("the platform's limits", () => {
  const app = smallApp(BACKEND, MANIFEST);
  let sandbox: Sandbox;
  const call = (procedure: string) =>
    sandbox.invoke({ moduleKey: 'panel', procedure, payload: {}, accountId: 'sandbox-member' });

  beforeEach(async () => {
    sandbox = await app.open();
  });
  afterEach(() => sandbox.close());
  afterAll(() => app.remove());

  it("refuse Jira's points that are too many, until the next hour", async () => {
    sandbox.clock.set(Date.parse('2026-03-01T10:59:00.000Z'));
    sandbox.quota.set({ used: 60_000 });
    expect(await call('ask')).toEqual([200, null, 0, 'true']);
    sandbox.quota.set({ used: 65_000 });
    expect(await call('ask')).toEqual([429, 'jira-quota-global-based', 60, null]);
    expect(sandbox.meter.invocations().at(-1)).toMatchObject({ jiraPoints: 0, calls: [{ status: 429 }] });
    sandbox.clock.advance(60_000);
    expect(await call('ask')).toEqual([200, null, 0, null]);
    expect(sandbox.quota.state()).toMatchObject({ pointsPerHour: 65_000, resetAt: '2026-03-01T12:00:00.000Z' });
  });

  it('refuse a burst of requests, not as many one after the other', async () => {
    expect(await call('inTurn')).toBe(0);
    sandbox.clock.advance(60_000);
    expect(await call('atOnce')).toBe(30);
    sandbox.quota.set({ requestsPerSecond: 0 });
    expect(await call('ask')).toEqual([429, 'jira-burst-based', 1, null]);
  });

  it('refuse changes and definitions in SQL that are too many', async () => {
    sandbox.sqlQuota.set(sandbox.sqlQuota.documented);
    expect(await call('ddl')).toBe(2);
    expect(await call('dmlInTurn')).toBe(0);
    sandbox.clock.advance(60_000);
    expect(await call('dml')).toBe(50);
  });
});
