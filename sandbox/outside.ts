import type { Fault, KvsBytes, MeteredCall } from './api';
import type { Faults } from './faults';

/** What came back of an outside call, and what it cost in Jira's points. */
export interface Answer {
  readonly response: Response;
  readonly points: number;
  readonly kvs?: KvsBytes;
}

/** A call to the outside that is understood but not carried out yet. */
export interface PlannedCall {
  readonly kind: MeteredCall['kind'];
  readonly what: string;
  readonly as: MeteredCall['as'];
  perform(): Promise<Answer>;
}

interface Surroundings {
  readonly faults: Faults;
  readonly signal: AbortSignal | null;
  meter(call: MeteredCall): void;
  /** Ends the invocation that made the call; null when the page made it. */
  readonly kill: (() => void) | null;
}

const NO_CONTENT = 204;

/** A JSON answer as Atlassian's services give it. */
export function jsonResponse(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(status === NO_CONTENT ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  });
}

function never(signal: AbortSignal | null): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => {
      reject(
        signal?.reason instanceof Error ? signal.reason : new DOMException('This operation was aborted', 'AbortError'),
      );
    };
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

function brokenConnection(): TypeError {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }),
  });
}

function faultyAnswer(effect: Extract<Fault['effect'], { type: 'status' }>): Answer {
  const body = {
    errorMessages: [`The sandbox was asked to fail this call with ${String(effect.status)}.`],
    errors: {},
  };
  return { response: jsonResponse(effect.status, body, effect.headers), points: 0 };
}

/**
 * Carries out an outside call, or lets the fault strike that is planned for it.
 *
 * @throws TypeError when the connection breaks, as `fetch` does; the signal's reason when the caller gives up.
 */
export async function carryOut(call: PlannedCall, around: Surroundings): Promise<Response> {
  const started = performance.now();
  const meter = (answer: Answer | null) => {
    around.meter({
      kind: call.kind,
      what: call.what,
      as: call.as,
      status: answer?.response.status ?? 0,
      points: answer?.points ?? 0,
      milliseconds: performance.now() - started,
      ...(answer?.kvs ? { kvs: answer.kvs } : {}),
    });
  };
  const effect = around.faults.strike(call.kind, call.what, around.kill !== null);
  switch (effect?.type) {
    case 'hang':
      meter(null);
      return never(around.signal);
    case 'kill-before':
      around.kill?.();
      return never(null);
    case 'kill-after': {
      meter(await call.perform());
      around.kill?.();
      return never(null);
    }
    case 'lost-answer': {
      meter(await call.perform());
      throw brokenConnection();
    }
    case 'status': {
      const answer = faultyAnswer(effect);
      meter(answer);
      return answer.response;
    }
    case undefined: {
      const answer = await call.perform();
      meter(answer);
      return answer.response;
    }
  }
}
