/**
 * How a request ended that brought nothing to use. `burst`: too many at once, which passes in a moment; `quota`: the
 * hour is spent; `timed-out`: no answer within the time it may take; `unavailable`: the product or the way to it is
 * out of order; `unreadable`: not what the product's document promises; `signed-out`: it does not know who asks;
 * `forbidden`: it does, and they may not; `conflict`: it was changed meanwhile; `rejected`: it does not accept the request.
 */
export type FailedOutcome =
  'burst' | 'quota' | 'timed-out' | 'unavailable' | 'unreadable' | 'signed-out' | 'forbidden' | 'conflict' | 'rejected';

interface FailureDetails {
  /** Of the last answer; absent when there was none. */
  readonly status?: number;
  /** The wait the product named, in seconds. */
  readonly retryAfterSeconds?: number;
  /** Why the product does not accept the request, in its own words: for the person who wrote it, and for nobody else. */
  readonly reasons?: readonly string[];
  readonly cause?: unknown;
}

/** A request without a usable answer. Its message holds nothing of the answer's content. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';

  constructor(
    readonly outcome: FailedOutcome,
    readonly details: FailureDetails = {},
  ) {
    super(details.status === undefined ? outcome : `${outcome}: status ${details.status}`, { cause: details.cause });
  }
}
