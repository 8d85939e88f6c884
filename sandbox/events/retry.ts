import { z } from 'zod';
import { InvocationTimedOut } from '../forge/errors';
import type { Retry } from '../site/outbox';

const MOST_SECONDS = 900;
const FIRST_SECONDS = 10;
const DATA_LIMIT_BYTES = 4 * 1024;

/** What `InvocationError` of `@forge/events` becomes on its way out of the app. */
const requested = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().positive().catch(1),
      retryReason: z.string().catch('FUNCTION_RETRY_REQUEST'),
      retryData: z.unknown(),
    })
    .prefault(() => ({ retryAfter: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: null })),
});

export interface PlannedRetry {
  readonly afterMilliseconds: number;
  readonly retry: Retry;
}

/** What one call of the app came to. */
export type Outcome = { readonly returned: unknown } | { readonly thrown: unknown };

export async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { returned: await call };
  } catch (error) {
    return { thrown: error };
  }
}

/**
 * Whether and when the platform calls again: when the app asks for it, and, later and later, when it fails.
 *
 * @param retriesSoFar how many calls this one follows.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export function retryAfter(outcome: Outcome, retriesSoFar: number): PlannedRetry | null {
  const retryCount = retriesSoFar + 1;
  if ('thrown' in outcome) {
    const timedOut = outcome.thrown instanceof InvocationTimedOut;
    const retryReason = timedOut ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
    const seconds = Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** retriesSoFar);
    return { afterMilliseconds: seconds * 1_000, retry: { retryCount, retryReason, retryData: null } };
  }
  const request = requested.safeParse(outcome.returned);
  if (!request.success) return null;
  const { retryAfter: seconds, retryReason, retryData } = request.data.retryOptions;
  const tooLarge = Buffer.byteLength(JSON.stringify(retryData ?? null)) > DATA_LIMIT_BYTES;
  return {
    afterMilliseconds: Math.min(MOST_SECONDS, seconds) * 1_000,
    retry: { retryCount, retryReason, retryData: tooLarge ? null : (retryData ?? null) },
  };
}
