import type { Sandbox } from '../../../sandbox/api';
import { smallApp } from './app';

const BACKEND = `
const { kvs, WhereConditions } = require(${JSON.stringify(require.resolve('@forge/kvs'))});
const page = async (prefix, limit, cursor) => {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
  const { results, nextCursor } = await (cursor ? query.cursor(cursor) : query).getMany();
  return { keys: results.map(({ key }) => key), nextCursor };
};
const steps = {
  get: ({ key }) => kvs.get(key),
  set: ({ key, value, options }) => kvs.set(key, value, options),
  remove: ({ key }) => kvs.delete(key),
  page: ({ prefix, limit, cursor }) => page(prefix, limit, cursor),
  together: ({ first, second }) => kvs.transact().set(first, 1).set(second, 2).delete('gone').execute(),
  batch: ({ items }) => kvs.batchSet(items),
  secret: () => kvs.getSecret('s'),
};
exports.resolve = async ({ call }) => {
  try { return { value: await steps[call.functionKey](call.payload) }; } catch (error) { return { code: error.code }; }
};
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/test' }
permissions: { scopes: ['storage:app'] }
modules:
  jira:issuePanel: [{ key: panel, resolver: { function: resolver } }]
  function: [{ key: resolver, handler: index.resolve }]
`;

describe('the key-value store', () => {
  const app = smallApp(BACKEND, MANIFEST);
  let sandbox: Sandbox;
  const call = (procedure: string, payload: unknown) =>
    sandbox.invoke({ moduleKey: 'panel', procedure, payload, accountId: 'sandbox-member' });
  const get = async (key: string) => ((await call('get', { key })) as { value?: unknown }).value;

  beforeEach(async () => {
    sandbox = await app.open();
  });
  afterEach(() => sandbox.close());
  afterAll(() => app.remove());

  it('keeps values, also over a restart', async () => {
    const directory = `${app.folder}/state`;
    await sandbox.close();
    sandbox = await app.open({ directory });
    await call('set', { key: 'settings#1', value: { calendar: [1, 2] } });
    await sandbox.close();
    sandbox = await app.open({ directory });
    expect(await get('settings#1')).toEqual({ calendar: [1, 2] });
    await call('remove', { key: 'settings#1' });
    await call('remove', { key: 'settings#1' });
    expect(await get('settings#1')).toBeUndefined();
  });

  it('lets the first one win where it is asked to', async () => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS' };
    expect(await call('set', { key: 'lock', value: 1, options })).toEqual({});
    expect(await call('set', { key: 'lock', value: 2, options })).toEqual({ code: 'KEY_CONFLICT' });
    const previous = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' };
    expect(await call('set', { key: 'lock', value: 3, options: previous })).toMatchObject({ value: { value: 1 } });
  });

  it('reads page by page by prefix', async () => {
    for (const key of ['a:1', 'a:2', 'a:3', 'b:1']) await call('set', { key, value: key });
    const first = (await call('page', { prefix: 'a:', limit: 2 })) as { value: { nextCursor: string } };
    expect(first).toMatchObject({ value: { keys: ['a:1', 'a:2'] } });
    const rest = await call('page', { prefix: 'a:', limit: 2, cursor: first.value.nextCursor });
    expect(rest).toEqual({ value: { keys: ['a:3'] } });
    expect(await call('page', { prefix: 'a:', limit: 50 })).toEqual({ code: 'INVALID_REQUEST' });
  });

  it('writes together all or nothing, in a batch what it can', async () => {
    await call('set', { key: 'gone', value: 1 });
    await call('together', { first: 'x', second: 'y' });
    expect([await get('x'), await get('y'), await get('gone')]).toEqual([1, 2, undefined]);
    expect(await call('together', { first: 'z', second: 'z' })).toEqual({ code: 'DUPLICATE_KEYS' });
    expect(await get('z')).toBeUndefined();
    const items = [
      { key: 'small', value: 1 },
      { key: 'large', value: 'x'.repeat(250_000) },
    ];
    expect(await call('batch', { items })).toMatchObject({
      value: { successfulKeys: [{ key: 'small' }], failedKeys: [{ key: 'large', error: { code: 'MAX_SIZE' } }] },
    });
  });

  it('holds keys and values to the limits, and counts what it reads and writes', async () => {
    const deep = JSON.parse('['.repeat(32) + ']'.repeat(32)) as unknown;
    expect(await call('set', { key: 'a/b', value: 1 })).toEqual({ code: 'INVALID_REQUEST' });
    expect(await call('set', { key: 'deep', value: deep })).toEqual({ code: 'MAX_DEPTH' });
    expect(await call('secret', {})).toEqual({ code: 'NOT_MODELLED' });
    expect(sandbox.incomplete()).toContain('The sandbox does not model "secret/get" of the key-value store.');
    await call('set', { key: 'k', value: 'x'.repeat(15_000) });
    expect(sandbox.meter.invocations().at(-1)).toMatchObject({ kvsWriteUnits: 2, kvs: { written: 15_002, read: 0 } });
    await call('get', { key: 'missing' });
    expect(sandbox.meter.invocations().at(-1)).toMatchObject({ kvsReadUnits: 1, kvs: { read: 1_024 } });
  });

  it('refuses what is more than an installation may write in a minute', async () => {
    const large = { key: 'large', value: 'x'.repeat(239_000) };
    let written = 0;
    while (JSON.stringify(await call('set', large)) === '{}') written += 1;
    // 24 units each of the 4,000 in a minute: the last one begins below the limit.
    expect(written).toBe(Math.ceil(4_000 / 24));
    expect(await call('set', large)).toEqual({ code: 'TOO_MANY_REQUESTS' });
    sandbox.clock.advance(61_000);
    expect(await call('set', large)).toEqual({});
  });

  it('still gives what has expired for two days, as the platform may', async () => {
    await call('set', { key: 'brief', value: 1, options: { keyPolicy: 'OVERRIDE', ttl: { value: 1, unit: 'HOURS' } } });
    sandbox.clock.advance(2 * 3_600_000);
    expect(await get('brief')).toBe(1);
    sandbox.clock.advance(49 * 3_600_000);
    expect(await get('brief')).toBeUndefined();
  });
});
