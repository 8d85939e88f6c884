import type { Sandbox } from '../../../sandbox/api';
import { logged, smallApp } from './app';

const HOUR = 3_600_000;
const BACKEND = `
const { Queue, InvocationError, InvocationErrorCode } = require(${JSON.stringify(require.resolve('@forge/events'))});
const queue = new Queue({ key: 'work' });
const steps = {
  push: ({ events }) => queue.push(events),
  stats: ({ jobId }) => queue.getJob(jobId).getStats(),
  cancel: ({ jobId }) => queue.cancel(jobId),
  often: async ({ times }) => { for (let i = 0; i < times; i += 1) await queue.push({ body: { i }, delayInSeconds: 900 }); },
};
exports.resolve = async ({ call }) => {
  try { return { value: await steps[call.functionKey](call.payload) }; }
  catch (error) { return { error: error.constructor.name, failed: error.failedEvents?.map(({ errorMessage }) => errorMessage) }; }
};
exports.consume = async (event) => {
  console.log(JSON.stringify(event));
  if (event.body.fails && (event.retryContext?.retryCount ?? 0) < event.body.fails) throw new Error('broken');
  if (event.body.later && !event.retryContext) {
    return new InvocationError({ retryAfter: 30, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST, retryData: { at: 3 } });
  }
  if (event.body.chain > 0) await queue.push({ body: { chain: event.body.chain - 1 } });
};
exports.tick = () => { console.log('{}'); };
`;
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/test' }
permissions: { scopes: [] }
modules:
  jira:issuePanel: [{ key: panel, resolver: { function: resolver } }]
  consumer: [{ key: worker, queue: work, function: worker-fn }]
  scheduledTrigger: [{ key: hourly, function: tick-fn, interval: hour }, { key: often, function: tick-fn, interval: fiveMinute }]
  function:
    - { key: resolver, handler: index.resolve }
    - { key: worker-fn, handler: index.consume, timeoutSeconds: 900 }
    - { key: tick-fn, handler: index.tick }
`;
interface Seen {
  readonly body: Readonly<Record<string, unknown>>;
  readonly eventId: string;
  readonly retryContext?: unknown;
}

describe('queues and schedules', () => {
  const app = smallApp(BACKEND, MANIFEST);
  let sandbox: Sandbox;
  const call = (procedure: string, payload: unknown) =>
    sandbox.invoke({ moduleKey: 'panel', procedure, payload, accountId: 'sandbox-member' });
  const push = async (...events: object[]) => (await call('push', { events })) as { value: { jobId: string } };
  const seen = () => logged(sandbox, 'worker') as readonly Seen[];

  beforeEach(async () => {
    sandbox = await app.open();
  });
  afterEach(() => sandbox.close());
  afterAll(() => app.remove());

  it('give an event to its consumer when it is due, and say what became of the job', async () => {
    const { value } = await push({ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 600 });
    expect(await sandbox.queue.runDue()).toBe(1);
    expect(seen()).toMatchObject([{ body: { n: 1 }, queueName: 'work', jobId: value.jobId }]);
    expect(seen()[0]).not.toHaveProperty('retryContext');
    expect(await call('stats', value)).toEqual({ value: { success: 1, inProgress: 1, failed: 0 } });
    sandbox.clock.advance(600_000);
    expect(await sandbox.queue.runDue()).toBe(1);
    expect(await call('stats', { jobId: 'unknown' })).toMatchObject({ error: 'JobDoesNotExistError' });
  });

  it('try again when the consumer fails or asks for it', async () => {
    await push({ body: { fails: 2 } }, { body: { later: true } });
    sandbox.clock.advance(1);
    await sandbox.queue.runDue();
    sandbox.clock.advance(29_000);
    await sandbox.queue.runDue();
    expect(seen().map(({ body }) => Object.keys(body)[0])).toEqual(['fails', 'later', 'fails']);
    await sandbox.queue.drain();
    expect(seen().map(({ retryContext }) => retryContext)).toMatchObject([
      undefined,
      undefined,
      { retryCount: 1, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' },
      { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { at: 3 }, retentionWindow: {} },
      { retryCount: 2 },
    ]);
  });

  it('give up after a day', async () => {
    const { value } = await push({ body: { fails: 1_000 } });
    await sandbox.queue.runDue();
    sandbox.clock.advance(25 * HOUR);
    await sandbox.queue.runDue();
    expect(await call('stats', value)).toEqual({ value: { success: 0, inProgress: 0, failed: 1 } });
  });

  it('deliver more than once as planned, under the same event id', async () => {
    sandbox.queue.plan({ seed: 3, double: 1, parallel: 4 });
    await push({ body: { n: 1 } });
    expect(await sandbox.queue.drain()).toBe(2);
    expect(new Set(seen().map(({ eventId }) => eventId)).size).toBe(1);
  });

  it('hold what is pushed to the documented limits', async () => {
    const big = (bytes: number) => ({ body: { text: 'x'.repeat(bytes) } });
    expect(await call('push', { events: [big(110 * 1024)] })).toEqual({
      error: 'PartialSuccessError',
      failed: ['The event is larger than 100KB.'],
    });
    expect(await call('push', { events: [big(210 * 1024)] })).toMatchObject({ error: 'PayloadTooBigError' });
    expect(await call('often', { times: 499 })).toEqual({});
    expect(await push({ body: {} }, { body: {} })).toMatchObject({ error: 'RateLimitError' });
  });

  it('end a chain of pushes after a thousand', async () => {
    await push({ body: { chain: 1_200 } });
    for (let step = 0; step < 40; step += 1) {
      await sandbox.queue.runDue();
      sandbox.clock.advance(30_000);
    }
    expect(sandbox.queue.pending()).toMatchObject([{ body: { chain: 201 } }]);
  });

  it('keep what is pending over a restart, and cancel it when told', async () => {
    const directory = `${app.folder}/state`;
    await sandbox.close();
    sandbox = await app.open({ directory });
    const { value } = await push({ body: { n: 1 } }, { body: { n: 2 } });
    await sandbox.close();
    sandbox = await app.open({ directory });
    expect(sandbox.queue.pending()).toMatchObject([{ body: { n: 1 } }, { body: { n: 2 } }]);
    await call('cancel', value);
    expect(await sandbox.queue.drain()).toBe(0);
  });

  it('run schedules by the clock, once a time, twice as planned', async () => {
    expect(await sandbox.schedules.runDue()).toBe(0);
    sandbox.clock.advance(5 * 60_000);
    expect(await sandbox.schedules.runDue()).toBe(2);
    sandbox.clock.advance(10 * HOUR);
    sandbox.schedules.plan({ seed: 1, double: 1 });
    expect(await sandbox.schedules.runDue()).toBe(4);
    expect(await sandbox.schedules.runDue()).toBe(0);
  });
});
