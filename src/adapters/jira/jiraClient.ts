import { asUser } from '@forge/api';
import type { Route } from '@forge/api';
import type { z } from 'zod';
import { Refusal } from '../../application/refusal';

/** How long one request may take before the person is told that Jira does not answer. */
const ANSWER_TIME = 8_000;

/** Longer waits are the person's to decide on, not the invocation's. */
const LONGEST_PATIENCE_SECONDS = 2;
const MOST_TRIES = 3;
const DEFAULT_WAIT_SECONDS = 30;

interface JsonRequest {
  readonly route: Route;
  /** Absent for a GET. Only requests that are safe to repeat are made through here. */
  readonly body?: unknown;
}

type Answer = Awaited<ReturnType<ReturnType<typeof asUser>['requestJira']>>;

async function withinTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Refusal('JIRA_TIMED_OUT', { retryAfterSeconds: 5 }));
    }, ANSWER_TIME);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

async function send({ route, body }: JsonRequest): Promise<Answer> {
  const accept = { Accept: 'application/json' };
  const init =
    body === undefined
      ? { headers: accept }
      : { method: 'POST', headers: { ...accept, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    return await withinTime(asUser().requestJira(route, init));
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

async function sendPatiently(request: JsonRequest): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(request);
    const seconds = patience(answer);
    if (seconds === null || seconds > LONGEST_PATIENCE_SECONDS || tries === MOST_TRIES) return answer;
    const jitter = 1 + Math.random();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000 * jitter));
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
  const answer = await sendPatiently(request);
  if (answer.status === 404) return null;
  if (!answer.ok) throw failure(answer);
  try {
    return shape.parse(await withinTime(answer.json()));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('JIRA_UNAVAILABLE', { retryAfterSeconds: 10, cause: error });
  }
}
