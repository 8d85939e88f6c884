import { asApp, asUser } from '@forge/api';
import { httpClient } from '../http/httpClient';
import { refusing } from '../http/productRefusal';

const CODES = {
  rateLimited: 'CONFLUENCE_RATE_LIMITED',
  timedOut: 'CONFLUENCE_TIMED_OUT',
  unavailable: 'CONFLUENCE_UNAVAILABLE',
} as const;

/** A reader is told soon that Confluence does not answer; longer waits are theirs to decide on. */
const askAsUser = httpClient({
  request: (route, init) => asUser().requestConfluence(route, init),
  answerTime: 8_000,
  longestWait: 2,
});

/**
 * Asks Confluence as the person on whose behalf the invocation runs.
 *
 * @returns the parsed answer; null when Confluence says 404
 * @throws Refusal `CONFLUENCE_RATE_LIMITED` with the wait Confluence named, `CONFLUENCE_TIMED_OUT`,
 *   `CONFLUENCE_UNAVAILABLE`, `NOT_SIGNED_IN` or `NOT_ALLOWED`
 * @see https://developer.atlassian.com/cloud/confluence/rate-limiting/
 */
export const askConfluence = refusing(askAsUser, CODES);

/** Nobody waits for background work. */
const askAsApp = httpClient({
  request: (route, init) => asApp().requestConfluence(route, init),
  answerTime: 30_000,
  longestWait: 10,
});

/**
 * Asks Confluence as the app, which may read and write what is not restricted to people; its result is shown to nobody
 * unfiltered. Answers and throws as `askConfluence` does.
 */
export const askConfluenceAsApp = refusing(askAsApp, CODES);
