import { addUsage, NO_USAGE, usageOf } from '../../../sandbox/usage';
import { smallApp } from './app';

const BACKEND = `
exports.resolve = async () => {
  const answer = await globalThis.__forge_fetch__({ type: 'fpp', provider: 'app', remote: 'jira' }, '/rest/api/3/status', {});
  console.log('x'.repeat(100));
  return answer.status;
};
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/test', runtime: { memoryMB: 256 } }
permissions: { scopes: ['read:jira-work'] }
modules:
  jira:issuePanel: [{ key: panel, resolver: { function: resolver } }]
  function: [{ key: resolver, handler: index.resolve }]
`;

describe('the meter', () => {
  it("takes Forge's prices", () => {
    const call = { kind: 'sql', what: 'SELECT 1', as: 'app', status: 200, points: 0, milliseconds: 3_600 } as const;
    const kvs = { read: 11 * 1024, written: 1024 ** 3 };
    const used = usageOf({
      calls: [call, { ...call, kind: 'kvs', kvs }],
      milliseconds: 4_000,
      memoryMB: 512,
      logBytes: 0,
    });
    expect(used).toMatchObject({ gigabyteSeconds: 2, sqlStatements: 1, kvsReadUnits: 2, kvs });
    const price = 2 * 0.000025 + (3.6 / 3_600) * 0.143 + 1.929e-6 + (kvs.read / 1024 ** 3) * 0.055 + 1.09;
    expect(used.dollars).toBeCloseTo(price, 9);
    expect(addUsage(used, used).dollars).toBeCloseTo(2 * price, 9);
    expect(addUsage(used, NO_USAGE)).toEqual(used);
  });

  it('sums up by name and by end point, beyond the runs that it keeps', async () => {
    const app = smallApp(BACKEND, MANIFEST);
    const sandbox = await app.open();
    const look = { moduleKey: 'panel', procedure: 'look', payload: {}, accountId: 'sandbox-member' };
    for (let run = 0; run < 1_010; run += 1) await sandbox.invoke(look);
    expect(sandbox.meter.invocations()).toHaveLength(1_000);
    const [last] = sandbox.meter.invocations();
    expect(last?.gigabyteSeconds).toBeCloseTo(((last?.milliseconds ?? 0) / 1_000) * 0.25, 9);
    expect(sandbox.meter.byName()).toMatchObject([{ name: 'look', invocations: 1_010, restCalls: 1_010 }]);
    expect(sandbox.meter.byEndpoint()).toMatchObject([{ what: 'GET /rest/api/3/status', calls: 1_010 }]);
    expect(sandbox.meter.total()).toMatchObject({ invocations: 1_010, logBytes: 1_010 * 104 });
    sandbox.meter.reset();
    expect(sandbox.meter.total()).toMatchObject({ invocations: 0, dollars: 0 });
    await sandbox.close();
    app.remove();
  });
});
