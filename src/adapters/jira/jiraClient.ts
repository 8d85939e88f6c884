import { asApp, asUser } from '@forge/api';
import type { z } from 'zod';
import { httpClient } from '../http/httpClient';
import type { Caller, JsonRequest } from '../http/httpClient';
import { productRefusal, refusing } from '../http/productRefusal';
import { RequestFailure } from '../http/requestFailure';

/** A person is told soon that Jira does not answer; longer waits are theirs to decide on. */
const user: Caller = {
  request: (route, init) => asUser().requestJira(route, init),
  answerTime: 8_000,
  longestWait: 2,
};
/** Nobody waits for background work. */
const app: Caller = {
  request: (route, init) => asApp().requestJira(route, init),
  answerTime: 30_000,
  longestWait: 10,
};

const CODES = {
  rateLimited: 'JIRA_RATE_LIMITED',
  timedOut: 'JIRA_TIMED_OUT',
  unavailable: 'JIRA_UNAVAILABLE',
} as const;

const askAsUser = httpClient(user);
const askAsApp = httpClient(app);

/**
 * Asks Jira as the person on whose behalf the invocation runs.
 *
 * @returns the parsed answer; null when Jira says 404
 * @throws Refusal `JIRA_RATE_LIMITED` with the wait Jira named, `JIRA_TIMED_OUT`, `JIRA_UNAVAILABLE`, `NOT_SIGNED_IN`
 *   or `NOT_ALLOWED`
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export const askJira = refusing(askAsUser, CODES);

/**
 * The same where Jira may find fault with what the person wrote.
 *
 * @returns for 400 the reasons that Jira gives, as far as it gives any
 */
export async function askJiraOrReasons<Shape extends z.ZodType>(
  request: JsonRequest,
  shape: Shape,
): Promise<z.output<Shape> | { readonly reasons: readonly string[] } | null> {
  try {
    return await askAsUser({ ...request, explained: true }, shape);
  } catch (error) {
    if (isRejection(error)) return { reasons: error.details.reasons ?? [] };
    throw productRefusal(error, CODES);
  }
}

/** Whether Jira understood the request and does not accept it: asking the same again is of no use. */
export function isRejection(error: unknown): error is RequestFailure {
  return error instanceof RequestFailure && error.outcome === 'rejected';
}

/**
 * Asks Jira as the app, which sees what people may not: only for work that shows its results to nobody unfiltered.
 *
 * @returns the parsed answer; null when Jira says 404
 * @throws RequestFailure `rejected` for 400; Refusal as `askJira`
 */
export async function askJiraAsApp<Shape extends z.ZodType>(
  request: JsonRequest,
  shape: Shape,
): Promise<z.output<Shape> | null> {
  try {
    return await askAsApp(request, shape);
  } catch (error) {
    throw isRejection(error) ? error : productRefusal(error, CODES);
  }
}
