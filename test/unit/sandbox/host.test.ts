import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sandbox } from '../../../sandbox/api';
import { createSandbox } from '../../../sandbox/index';

/** An app that uses the platform's two globals itself, so that every seam can be looked at. */
const BACKEND = `
const steps = {
  now: () => [new Date().toISOString(), Date.now(), new Date(0).toISOString(), new Date() instanceof Date],
  whoAmI: async (payload, context) => {
    const answer = await globalThis.__forge_fetch__({ type: 'fpp', provider: payload.as, remote: 'jira' }, '/rest/api/3/myself', {});
    return [answer.status, answer.headers.get('forge-proxy-error'), (await answer.json()).accountId, context.principal?.accountId];
  },
  sql: async ({ query, params = [] }) => {
    const body = JSON.stringify({ query, params, method: 'all' });
    const answer = await globalThis.__forge_fetch__({ type: 'sql', provider: 'app', remote: 'sql' }, '/api/v1/execute', { method: 'POST', body });
    return answer.json();
  },
  two: async () => {
    await steps.sql({ query: 'INSERT INTO seen (id) VALUES (?)', params: ['one'] });
    await steps.sql({ query: 'INSERT INTO seen (id) VALUES (?)', params: ['two'] });
    return 'done';
  },
  slow: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
  loud: () => { console.warn('quiet', { a: 1 }); throw new Error('broken'); },
  echo: (payload) => payload,
  egress: () => fetch('https://example.org').then(() => 'open', (error) => error.name),
};
exports.resolve = ({ call }, context) => steps[call.functionKey](call.payload, context);
exports.install = async () => {
  const body = JSON.stringify({ query: 'CREATE TABLE IF NOT EXISTS seen (id VARCHAR(20) NOT NULL, PRIMARY KEY (id))', params: [] });
  await globalThis.__forge_fetch__({ type: 'sql', provider: 'app', remote: 'sql' }, '/api/v1/execute/ddl', { method: 'POST', body });
};
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/test' }
permissions: { scopes: ['read:jira-user'] }
modules:
  jira:issuePanel: [{ key: panel, resolver: { function: resolver } }]
  trigger: [{ key: install, function: install, events: ['avi:forge:installed:app'] }]
  function: [{ key: resolver, handler: index.resolve }, { key: install, handler: index.install }]
`;

describe("the sandbox's host", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'host-'));
  let sandbox: Sandbox;
  const open = () =>
    createSandbox({
      directory: null,
      backend: path.join(folder, 'index.cjs'),
      manifest: path.join(folder, 'manifest.yml'),
      timeLimit: 200,
    });
  const invoke = (procedure: string, payload: unknown = {}, accountId = 'sandbox-member') =>
    sandbox.invoke({ moduleKey: 'panel', procedure, payload, accountId });
  const seen = async () => (await sandbox.query('SELECT id FROM seen ORDER BY id')).map(({ id }) => id);
  const last = () => sandbox.meter.invocations().at(-1);

  beforeAll(() => {
    writeFileSync(path.join(folder, 'index.cjs'), BACKEND);
    writeFileSync(path.join(folder, 'manifest.yml'), MANIFEST);
  });
  beforeEach(async () => {
    sandbox = await open();
    await sandbox.deliver('avi:forge:installed:app');
  });
  afterEach(() => sandbox.close());
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("runs the app on the sandbox's clock", async () => {
    sandbox.clock.set(Date.parse('2031-05-06T07:08:09.000Z'));
    sandbox.clock.advance(60_000);
    const [now, milliseconds, given, isDate] = [(await invoke('now')) as readonly unknown[]].flat();
    expect(String(now)).toMatch(/^2031-05-06T07:09:/u);
    expect(Number(milliseconds)).toBeGreaterThan(Date.parse('2031-05-06T07:09:00.000Z'));
    expect([given, isDate]).toEqual(['1970-01-01T00:00:00.000Z', true]);
  });

  it('keeps concurrent invocations and several sandboxes apart', async () => {
    const other = await open();
    const people = ['sandbox-admin', 'sandbox-reader', 'sandbox-member', 'sandbox-member-2'];
    const request = (accountId: string) => ({
      moduleKey: 'panel',
      procedure: 'whoAmI',
      payload: { as: 'user' },
      accountId,
    });
    const answers = await Promise.all(
      people.map((person, index) => (index % 2 === 0 ? sandbox : other).invoke(request(person))),
    );
    expect(answers).toEqual(people.map((person) => [200, null, person, person]));
    expect(
      [sandbox, other].map(({ meter }) => meter.invocations().filter(({ name }) => name === 'whoAmI').length),
    ).toEqual([2, 2]);
    await other.close();
  });

  it('asks for a user where there is none', async () => {
    expect(await invoke('whoAmI', { as: 'none' })).toEqual(
      [401, 'NEEDS_AUTHENTICATION_ERR', undefined, 'sandbox-member'].map((part) => part ?? null),
    );
  });

  it('keeps what the app throws and logs', async () => {
    await expect(invoke('loud')).rejects.toMatchObject({ name: 'InvocationThrew', message: 'broken' });
    expect(last()).toMatchObject({ outcome: 'threw', log: ['warn quiet { a: 1 }'] });
  });

  it('lets nothing out', async () => {
    expect(await invoke('egress')).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
  });

  it('ends an invocation that runs too long', async () => {
    await expect(invoke('slow')).rejects.toMatchObject({ name: 'InvocationTimedOut' });
    expect(last()?.outcome).toBe('timed-out');
  });

  it('refuses payloads over 500 KB', async () => {
    await expect(invoke('echo', 'x'.repeat(512_000))).rejects.toMatchObject({ name: 'InvocationRefused' });
  });

  it.each([
    ['kill-before', 0, [], 'InvocationKilled'],
    ['kill-after', 0, ['one'], 'InvocationKilled'],
    ['kill-before', 1, ['one'], 'InvocationKilled'],
    ['hang', 1, ['one'], 'InvocationTimedOut'],
    ['lost-answer', 1, ['one', 'two'], 'InvocationThrew'],
  ] as const)('%s at statement %i leaves %j behind', async (type, skip, left, name) => {
    sandbox.faults.add({ target: 'sql', matching: 'INSERT INTO seen', skip, effect: { type } });
    await expect(invoke('two')).rejects.toMatchObject({ name });
    expect(await seen()).toEqual(left);
    await sandbox.query('DELETE FROM seen');
    expect(await invoke('two')).toBe('done');
  });

  it('fails as many calls as it is told, with the headers it is told', async () => {
    sandbox.faults.add({
      target: 'jira',
      times: 2,
      effect: { type: 'status', status: 429, headers: { 'retry-after': '5' } },
    });
    const statuses = [
      await invoke('whoAmI', { as: 'user' }),
      await invoke('whoAmI', { as: 'user' }),
      await invoke('whoAmI', { as: 'user' }),
    ];
    expect(statuses.map((answer) => (answer as readonly unknown[])[0])).toEqual([429, 429, 200]);
  });

  it('strikes the requests of the page too, and counts them apart', async () => {
    const request = { accountId: 'sandbox-reader', method: 'GET', path: '/rest/api/3/myself', headers: {}, body: null };
    sandbox.faults.add({ target: 'jira', effect: { type: 'status', status: 500 } });
    expect([(await sandbox.requestJira(request)).status, (await sandbox.requestJira(request)).status]).toEqual([
      500, 200,
    ]);
    expect(sandbox.meter.bridgeCalls().map(({ status, points }) => [status, points])).toEqual([
      [500, 0],
      [200, 3],
    ]);
  });
});
