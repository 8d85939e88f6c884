import { NeedsAuthenticationError } from '@forge/api';
import type { RequestInit, Route } from '@forge/api';
import { z } from 'zod';
import { failureOf, outcomeOf, secondsToWait } from './answer';
import type { Answer } from './answer';
import { RequestFailure } from './requestFailure';
import { invocationSurroundings } from './surroundings';
import type { Surroundings } from './surroundings';

/** A request whose answer is JSON. */
export interface JsonRequest {
  readonly route: Route;
  /** POST with a body and GET without unless said otherwise. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Set for a request that would happen twice if it were sent twice: it is repeated only if it was surely not carried out. */
  readonly once?: boolean;
  /** Set where the status says everything: products document answers with content and send none, or the reverse. */
  readonly unread?: boolean;
  /** Set where a person wrote what is asked, and is to learn why the product does not accept it. */
  readonly explained?: boolean;
}

/** On whose behalf, and how long whoever waits for it may wait. */
export interface Caller {
  readonly request: (route: Route, init: RequestInit) => Promise<Answer>;
  /** Milliseconds that a request may take with all its tries. */
  readonly answerTime: number;
  /** The longest wait before another try, in seconds. */
  readonly longestWait: number;
}

/** @returns the parsed answer; null for 404. An answer without content, or unread, is parsed as undefined. */
export type Ask = <Shape extends z.ZodType>(request: JsonRequest, shape: Shape) => Promise<z.output<Shape> | null>;

const MOST_TRIES = 3;
/** The shortest wait before the second try, in seconds; before the third it is twice as long. */
const FIRST_WAIT = 0.2;
/** After a burst for which the product names no wait. */
const BURST_WAIT = 1;
/** What the invocation keeps for saying that no answer came, in milliseconds. */
const LAST_WORDS = 1_500;

/** How products name what is wrong with a request. */
const refusal = z.object({ errorMessages: z.array(z.string()) });

function initOf({ body, method }: JsonRequest): RequestInit {
  const accept = { Accept: 'application/json' };
  if (body === undefined) return { method: method ?? 'GET', headers: accept };
  const headers = { ...accept, 'Content-Type': 'application/json' };
  return { method: method ?? 'POST', headers, body: JSON.stringify(body) };
}

function brokenConnection(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const outcome = error instanceof NeedsAuthenticationError ? 'signed-out' : 'unavailable';
  return new RequestFailure(outcome, { cause: error });
}

/** How long to wait before another try is worth it, in seconds; null when it is not. */
function patience(answer: Answer, tries: number, { once }: JsonRequest): number | null {
  const named = secondsToWait(answer);
  const growing = FIRST_WAIT * 2 ** (tries - 1);
  // A spent quota does not come back in a moment, and asking again only spends more.
  if (outcomeOf(answer) === 'burst') return Math.max(named ?? BURST_WAIT, growing);
  return answer.status >= 500 && once !== true ? Math.max(named ?? 0, growing) : null;
}

/**
 * A client of one product on behalf of one caller: typed answers, few tries with growing random waits that are never
 * shorter than what the product asks for, and an end before the invocation's.
 *
 * @returns a function that throws `RequestFailure` with the outcome where there is no answer to use
 */
export function httpClient(caller: Caller, surroundings: Surroundings = invocationSurroundings): Ask {
  const { remaining, now, random, pause } = surroundings;

  async function within<T>(deadline: number, promise: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const expiry = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new RequestFailure('timed-out')), Math.max(0, deadline - now()));
    });
    try {
      return await Promise.race([promise, expiry]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function send(request: JsonRequest, deadline: number): Promise<Answer> {
    try {
      return await within(deadline, caller.request(request.route, initOf(request)));
    } catch (error) {
      throw brokenConnection(error);
    }
  }

  async function sendPatiently(request: JsonRequest, deadline: number): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await send(request, deadline);
      const seconds = patience(answer, tries, request);
      if (seconds === null || seconds > caller.longestWait || tries === MOST_TRIES) return answer;
      const wait = seconds * 1_000 * (1 + random());
      if (now() + wait >= deadline) return answer;
      await pause(wait);
    }
  }

  async function read<Shape extends z.ZodType>(
    answer: Answer,
    { unread }: JsonRequest,
    shape: Shape,
    deadline: number,
  ): Promise<z.output<Shape>> {
    const isEmpty = unread === true || answer.status === 204;
    try {
      return shape.parse(isEmpty ? undefined : await within(deadline, answer.json()));
    } catch (error) {
      if (error instanceof RequestFailure) throw error;
      throw new RequestFailure('unreadable', { status: answer.status, cause: error });
    }
  }

  async function reasonsIn(answer: Answer, { explained }: JsonRequest, deadline: number): Promise<readonly string[]> {
    if (explained !== true || outcomeOf(answer) !== 'rejected') return [];
    try {
      return refusal.parse(await within(deadline, answer.json())).errorMessages;
    } catch {
      // That it was refused is known all the same.
      return [];
    }
  }

  return async (request, shape) => {
    const deadline = now() + Math.min(caller.answerTime, remaining() - LAST_WORDS);
    const answer = await sendPatiently(request, deadline);
    const outcome = outcomeOf(answer);
    if (outcome === 'missing') return null;
    if (outcome !== 'answered') {
      throw failureOf(answer, outcome, await reasonsIn(answer, request, deadline));
    }
    return read(answer, request, shape, deadline);
  };
}
