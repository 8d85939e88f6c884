import { NeedsAuthenticationError, route } from '@forge/api';
import fc from 'fast-check';
import { z } from 'zod';
import type { Answer } from '../../../src/adapters/http/answer';
import { httpClient } from '../../../src/adapters/http/httpClient';
import type { JsonRequest } from '../../../src/adapters/http/httpClient';
import { productRefusal } from '../../../src/adapters/http/productRefusal';
import { RequestFailure } from '../../../src/adapters/http/requestFailure';
import { Refusal } from '../../../src/application/refusal';

const shape = z.object({ told: z.string() });
const GET: JsonRequest = { route: route`/rest/api/3/issue/1` };
const BURST = { 'RateLimit-Reason': 'jira-burst-based' };

function answered(status: number, headers: Record<string, string> = {}, body: unknown = { told: 'this' }): Answer {
  return { status, ok: status < 300, headers: new Headers(headers), json: () => Promise.resolve(body) };
}

/** A product that gives these answers, the last one again and again, and a clock that only pauses move. */
function setUp(answers: readonly (Answer | Error | 'silence')[], { remaining = 25_000, random = 0 } = {}) {
  const pauses: number[] = [];
  const sent: { url: string; method: string | undefined; body: unknown }[] = [];
  let now = 0;
  const ask = httpClient(
    {
      request: ({ value: url }, { method, body }) => {
        sent.push({ url, method, body });
        const given = answers[Math.min(sent.length, answers.length) - 1];
        if (given === 'silence') return new Promise<never>(() => undefined);
        return given instanceof Error || given === undefined
          ? Promise.reject(given ?? new Error())
          : Promise.resolve(given);
      },
      answerTime: 8_000,
      longestWait: 2,
    },
    {
      remaining: () => remaining - now,
      now: () => now,
      random: () => random,
      pause: (milliseconds) => {
        pauses.push(milliseconds);
        now += milliseconds;
        return Promise.resolve();
      },
    },
  );
  return { ask, pauses, sent };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof RequestFailure ? { outcome: error.outcome, ...error.details } : error),
  );

describe('an answer', () => {
  it('is parsed, and 404 is null', async () => {
    const { ask, sent } = setUp([answered(200)]);
    await expect(ask(GET, shape)).resolves.toEqual({ told: 'this' });
    expect(sent).toEqual([{ url: '/rest/api/3/issue/1', method: 'GET', body: undefined }]);
    await expect(setUp([answered(404)]).ask(GET, shape)).resolves.toBeNull();
  });

  it('is sent for with the method and body that were given', async () => {
    const { ask, sent } = setUp([answered(200)]);
    await ask({ ...GET, body: { a: 1 } }, shape);
    await ask({ ...GET, method: 'PUT', body: { a: 2 } }, shape);
    expect(sent.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"a":1}'],
      ['PUT', '{"a":2}'],
    ]);
  });

  it('without content is none', async () => {
    await expect(setUp([answered(204)]).ask({ ...GET, method: 'DELETE' }, z.undefined())).resolves.toBeUndefined();
  });

  it('that nobody wants to read is not read, whatever it holds', async () => {
    const empty = { ...answered(201), json: () => Promise.reject(new SyntaxError('Unexpected end of JSON input')) };
    const { ask } = setUp([empty]);
    await expect(ask({ ...GET, method: 'PUT', unread: true }, z.undefined())).resolves.toBeUndefined();
  });

  it('that is not of the promised shape is unreadable', async () => {
    const failure = await failureOf(setUp([answered(200, {}, { told: 5 })]).ask(GET, shape));
    expect(failure).toMatchObject({ outcome: 'unreadable', status: 200 });
  });
});

describe('each way to fail has its outcome, and is not tried again', () => {
  it.each([
    [400, {}, 'rejected'],
    [401, {}, 'signed-out'],
    [403, {}, 'forbidden'],
    [409, {}, 'conflict'],
    [410, {}, 'unavailable'],
    [429, { 'RateLimit-Reason': 'jira-quota-global-based', 'Retry-After': '1' }, 'quota'],
    [429, { 'RateLimit-Reason': 'jira-quota-tenant-based' }, 'quota'],
  ])('%i %j is %s', async (status, headers, outcome) => {
    const { ask, sent } = setUp([answered(status, headers)]);
    expect(await failureOf(ask(GET, shape))).toMatchObject({ outcome, status });
    expect(sent).toHaveLength(1);
  });

  it('with the reasons that the product gives, where the person who asks wrote what is asked', async () => {
    const body = { errorMessages: ['This is unbounded.', 'And long.'] };
    const explained = { ...GET, explained: true };
    const rejected = answered(400, {}, body);
    expect(await failureOf(setUp([rejected]).ask(explained, shape))).toMatchObject({ reasons: body.errorMessages });
    for (const [request, answer] of [
      [GET, rejected],
      [explained, answered(403, {}, body)],
      [explained, answered(400, {}, '<html>')],
    ] as const) {
      expect(await failureOf(setUp([answer]).ask(request, shape))).not.toHaveProperty('reasons');
    }
  });

  it('a broken connection', async () => {
    expect(await failureOf(setUp([new TypeError('fetch failed')]).ask(GET, shape))).toMatchObject({
      outcome: 'unavailable',
    });
    const unsigned = new NeedsAuthenticationError('Authentication Required', 'key');
    expect(await failureOf(setUp([unsigned]).ask(GET, shape))).toMatchObject({ outcome: 'signed-out' });
  });

  it('an answer that never comes, when the invocation has no time left for it', async () => {
    const { ask } = setUp(['silence'], { remaining: 1_500 });
    expect(await failureOf(ask(GET, shape))).toMatchObject({ outcome: 'timed-out' });
  });
});

describe('another try', () => {
  it('waits after a burst at least as long as it was told, three tries in all', async () => {
    const { ask, pauses, sent } = setUp([answered(429, { ...BURST, 'Retry-After': '1' })], { random: 0.5 });
    expect(await failureOf(ask(GET, shape))).toMatchObject({ outcome: 'burst', retryAfterSeconds: 1 });
    expect(pauses).toEqual([1_500, 1_500]);
    expect(sent).toHaveLength(3);
  });

  it('waits a second after a burst that names no wait', async () => {
    const { ask, pauses } = setUp([answered(429), answered(200)]);
    await ask(GET, shape);
    expect(pauses).toEqual([1_000]);
  });

  it('waits longer and longer when the product is out of order', async () => {
    const { ask, pauses } = setUp([answered(503), answered(500), answered(200)]);
    await expect(ask(GET, shape)).resolves.toEqual({ told: 'this' });
    expect(pauses).toEqual([200, 400]);
  });

  it('is not made when the wait is longer than anybody would wait, or the time left', async () => {
    const patient = setUp([answered(429, { ...BURST, 'Retry-After': '3' })]);
    expect(await failureOf(patient.ask(GET, shape))).toMatchObject({ outcome: 'burst', retryAfterSeconds: 3 });
    const late = setUp([answered(429, { ...BURST, 'Retry-After': '2' })], { remaining: 3_400 });
    expect(await failureOf(late.ask(GET, shape))).toMatchObject({ outcome: 'burst' });
    expect([...patient.pauses, ...late.pauses]).toEqual([]);
  });

  it('of what must happen once is made only where it surely was not carried out', async () => {
    const write: JsonRequest = { ...GET, body: {}, once: true };
    const broken = setUp([answered(500), answered(200)]);
    expect(await failureOf(broken.ask(write, shape))).toMatchObject({ outcome: 'unavailable' });
    const refused = setUp([answered(429, BURST), answered(200)]);
    await expect(refused.ask(write, shape)).resolves.toEqual({ told: 'this' });
  });

  it('never begins after the deadline, never comes sooner than it was told, and there are never more than three', async () => {
    const status = fc.constantFrom(200, 404, 429, 500, 503);
    const wait = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    const sequence = fc.array(fc.record({ status, wait }), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(
      sequence,
      fc.integer({ min: 0, max: 30_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (given, remaining, random) => {
        const answers = given.map(({ status, wait }) =>
          answered(status, wait === undefined ? {} : { 'Retry-After': String(wait) }),
        );
        const { ask, pauses, sent } = setUp(answers, { remaining, random });
        await failureOf(ask(GET, shape));
        expect(sent.length).toBeLessThanOrEqual(3);
        expect(pauses).toHaveLength(sent.length - 1);
        const waited = pauses.reduce((sum, one) => sum + one, 0);
        expect(waited).toBeLessThanOrEqual(Math.max(0, Math.min(8_000, remaining - 1_500)));
        pauses.forEach((pause, at) => {
          expect(pause).toBeGreaterThanOrEqual((given[at]?.wait ?? 0.2) * 1_000);
        });
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });
});

describe('what a person is told', () => {
  const codes = {
    rateLimited: 'JIRA_RATE_LIMITED',
    timedOut: 'JIRA_TIMED_OUT',
    unavailable: 'JIRA_UNAVAILABLE',
  } as const;

  it.each([
    ['quota', { retryAfterSeconds: 10.2 }, 'JIRA_RATE_LIMITED', { retryAfterSeconds: 11 }],
    ['burst', {}, 'JIRA_RATE_LIMITED', { retryAfterSeconds: 30 }],
    ['timed-out', {}, 'JIRA_TIMED_OUT', { retryAfterSeconds: 5 }],
    ['unreadable', {}, 'JIRA_UNAVAILABLE', { retryAfterSeconds: 10 }],
    ['signed-out', {}, 'NOT_SIGNED_IN', {}],
    ['forbidden', {}, 'NOT_ALLOWED', {}],
  ] as const)('%s %j is %s %j', (outcome, details, code, told) => {
    const failure = new RequestFailure(outcome, details);
    const refusal = productRefusal(failure, codes);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code, details: { ...told, cause: failure } });
  });

  it('any other error stays what it is', () => {
    const error = new Error('a fault of our own');
    expect(productRefusal(error, codes)).toBe(error);
  });
});
