import { asApp, asUser } from '@forge/api';
import type { Route } from '@forge/api';
import type { z } from 'zod';
import { Refusal } from '../../application/refusal';
import { remainingMilliseconds } from '../invocation';

interface Caller {
  readonly requestJira: ReturnType<typeof asUser>['requestJira'];
  /** Milliseconds that one request may take. */
  readonly answerTime: number;
  /** The longest wait before another try. */
  readonly patienceSeconds: number;
}

/** A person is told soon that Jira does not answer; longer waits are theirs to decide on. */
const user = (): Caller => ({
  requestJira: (...call) => asUser().requestJira(...call),
  answerTime: 8_000,
  patienceSeconds: 2,
});
/** Nobody waits for background work. */
const app = (): Caller => ({
  requestJira: (...call) => asApp().requestJira(...call),
  answerTime: 30_000,
  patienceSeconds: 10,
});

const MOST_TRIES = 3;
const DEFAULT_WAIT_SECONDS = 30;
/** What the invocation keeps for saying that Jira did not answer. */
const LAST_WORDS = 1_500;

interface JsonRequest {
  readonly route: Route;
  /** Absent for a GET. Only requests that are safe to repeat are made through here. */
  readonly body?: unknown;
}

type Answer = Awaited<ReturnType<Caller['requestJira']>>;

/** Jira understood the request and does not accept it: asking the same again is of no use. */
export class JiraRejection extends Error {
  override readonly name = 'JiraRejection';
}

function timeFor(caller: Caller): number {
  return Math.max(0, Math.min(caller.answerTime, remainingMilliseconds() - LAST_WORDS));
}

async function withinTime<T>(caller: Caller, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Refusal('JIRA_TIMED_OUT', { retryAfterSeconds: 5 }));
    }, timeFor(caller));
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

async function send(caller: Caller, { route, body }: JsonRequest): Promise<Answer> {
  const accept = { Accept: 'application/json' };
  const init =
    body === undefined
      ? { headers: accept }
      : { method: 'POST', headers: { ...accept, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    return await withinTime(caller, caller.requestJira(route, init));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('JIRA_UNAVAILABLE', { retryAfterSeconds: 10, cause: error });
  }
}

function secondsToWait(answer: Answer): number | null {
  const seconds = Number(answer.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** A burst passes in a moment; a spent quota does not, and asking again only spends more. */
function isQuota(answer: Answer): boolean {
  return /quota/iu.test(answer.headers.get('RateLimit-Reason') ?? '');
}

/** How long to wait before another try is worth it, in seconds; null when it is not. */
function patience(answer: Answer): number | null {
  if (answer.status >= 500) return secondsToWait(answer) ?? 0.2;
  if (answer.status !== 429 || isQuota(answer)) return null;
  return secondsToWait(answer) ?? 1;
}

function failure(answer: Answer): Refusal {
  const cause = new Error(`Jira answered ${String(answer.status)}`);
  if (answer.status === 401) return new Refusal('NOT_SIGNED_IN', { cause });
  if (answer.status === 403) return new Refusal('NOT_ALLOWED', { cause });
  if (answer.status === 429) {
    const retryAfterSeconds = Math.ceil(secondsToWait(answer) ?? DEFAULT_WAIT_SECONDS);
    return new Refusal('JIRA_RATE_LIMITED', { retryAfterSeconds, cause });
  }
  return new Refusal('JIRA_UNAVAILABLE', { retryAfterSeconds: 10, cause });
}

async function sendPatiently(caller: Caller, request: JsonRequest): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(caller, request);
    const seconds = patience(answer);
    if (seconds === null || seconds > caller.patienceSeconds || tries === MOST_TRIES) return answer;
    const wait = seconds * 1_000 * (1 + Math.random());
    if (wait >= timeFor(caller)) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function read<Shape extends z.ZodType>(caller: Caller, answer: Answer, shape: Shape): Promise<z.output<Shape>> {
  if (!answer.ok) throw failure(answer);
  try {
    return shape.parse(await withinTime(caller, answer.json()));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('JIRA_UNAVAILABLE', { retryAfterSeconds: 10, cause: error });
  }
}

/**
 * Asks Jira as the person on whose behalf the invocation runs.
 *
 * @returns the parsed answer; null when Jira says 404
 * @throws Refusal `JIRA_RATE_LIMITED` with the wait Jira named, `JIRA_TIMED_OUT`, `JIRA_UNAVAILABLE`, `NOT_SIGNED_IN`
 *   or `NOT_ALLOWED`
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export async function askJira<Shape extends z.ZodType>(
  request: JsonRequest,
  shape: Shape,
): Promise<z.output<Shape> | null> {
  const caller = user();
  const answer = await sendPatiently(caller, request);
  return answer.status === 404 ? null : read(caller, answer, shape);
}

/**
 * Asks Jira as the app, which sees what people may not: only for work that shows its results to nobody unfiltered.
 *
 * @returns the parsed answer; null when Jira says 404
 * @throws JiraRejection for 400; Refusal as `askJira`
 */
export async function askJiraAsApp<Shape extends z.ZodType>(
  request: JsonRequest,
  shape: Shape,
): Promise<z.output<Shape> | null> {
  const caller = app();
  const answer = await sendPatiently(caller, request);
  if (answer.status === 400) throw new JiraRejection('Jira answered 400');
  return answer.status === 404 ? null : read(caller, answer, shape);
}
