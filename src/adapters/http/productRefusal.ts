import { Refusal } from '../../application/refusal';
import type { ErrorCode } from '../../contract/errors';
import type { Ask } from './httpClient';
import { RequestFailure } from './requestFailure';

/** What a person is told of a product that does not answer as it should. */
export interface ProductCodes {
  readonly rateLimited: ErrorCode;
  readonly timedOut: ErrorCode;
  readonly unavailable: ErrorCode;
}

/** Seconds until another try, where the product named none. */
const AFTER_RATE_LIMIT = 30;
const AFTER_FAILURE = 10;
const AFTER_SILENCE = 5;

/** A failed request as what the person is told; any other error as it is. */
export function productRefusal(error: unknown, codes: ProductCodes): unknown {
  if (!(error instanceof RequestFailure)) return error;
  const { outcome, details } = error;
  const cause = error;
  switch (outcome) {
    case 'burst':
    case 'quota': {
      const retryAfterSeconds = Math.ceil(details.retryAfterSeconds ?? AFTER_RATE_LIMIT);
      return new Refusal(codes.rateLimited, { retryAfterSeconds, cause });
    }
    case 'timed-out':
      return new Refusal(codes.timedOut, { retryAfterSeconds: AFTER_SILENCE, cause });
    case 'signed-out':
      return new Refusal('NOT_SIGNED_IN', { cause });
    case 'forbidden':
      return new Refusal('NOT_ALLOWED', { cause });
    case 'unavailable':
    case 'unreadable':
    case 'conflict':
    case 'rejected':
      return new Refusal(codes.unavailable, { retryAfterSeconds: AFTER_FAILURE, cause });
  }
}

/** The same asking, where a failed request is what the person is told. */
export function refusing(ask: Ask, codes: ProductCodes): Ask {
  return async (request, shape) => {
    try {
      return await ask(request, shape);
    } catch (error) {
      throw productRefusal(error, codes);
    }
  };
}
