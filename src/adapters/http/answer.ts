import type { APIResponse } from '@forge/api';
import { RequestFailure } from './requestFailure';
import type { FailedOutcome } from './requestFailure';

/** What a product answers a request with, as Forge hands it over. */
export type Answer = Pick<APIResponse, 'status' | 'ok' | 'json'> & { readonly headers: Pick<Headers, 'get'> };

const OUTCOMES: Readonly<Record<number, FailedOutcome>> = {
  400: 'rejected',
  401: 'signed-out',
  403: 'forbidden',
  409: 'conflict',
};

/** The wait that the product names, in seconds; null when it names none. */
export function secondsToWait(answer: Answer): number | null {
  const header = answer.headers.get('Retry-After');
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/**
 * How an answer with this status ends the request, whatever it may be asked again.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function outcomeOf(answer: Answer): FailedOutcome | 'answered' | 'missing' {
  if (answer.ok) return 'answered';
  if (answer.status === 404) return 'missing';
  if (answer.status !== 429) return OUTCOMES[answer.status] ?? 'unavailable';
  return /quota/iu.test(answer.headers.get('RateLimit-Reason') ?? '') ? 'quota' : 'burst';
}

export function failureOf(answer: Answer, outcome: FailedOutcome, reasons: readonly string[] = []): RequestFailure {
  const wait = secondsToWait(answer);
  return new RequestFailure(outcome, {
    status: answer.status,
    ...(wait === null ? {} : { retryAfterSeconds: wait }),
    ...(reasons.length === 0 ? {} : { reasons }),
  });
}
