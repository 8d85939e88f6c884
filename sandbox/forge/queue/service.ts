import { z } from 'zod';
import type { SandboxClock } from '../../api';
import type { Incompleteness } from '../../incompleteness';
import type { ConsumerModule } from '../../manifest';
import { jsonResponse, type PlannedCall } from '../../outside';
import type { AppQueues } from './queues';

/** @see https://developer.atlassian.com/platform/forge/limits-async-events/ */
const MOST_EVENTS = 50;
const MOST_EVENTS_A_MINUTE = 500;
const MOST_PUSHES_IN_CHAIN = 1_000;
const MOST_DELAY = 900;
const PUSH_LIMIT_BYTES = 200 * 1024;
const LONG_RUNNING_EVENT_LIMIT_BYTES = 100 * 1024;
const LONG_RUNNING_SECONDS = 55;

const PATH = /^\/webhook\/queue\/(publish|stats|cancel)\//u;
const event = z.looseObject({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(MOST_DELAY).optional(),
  concurrency: z.object({ key: z.string(), limit: z.number().int().positive() }).optional(),
});
const pushBody = z.object({ queueName: z.string(), jobId: z.string(), payload: z.array(event).min(1) });
const jobBody = z.object({ queueName: z.string(), jobId: z.string() });

export interface QueueServices {
  readonly queues: AppQueues;
  readonly clock: SandboxClock;
  readonly incompleteness: Incompleteness;
  readonly consumer: (queue: string) => ConsumerModule | null;
}

function tooLarge(consumer: ConsumerModule | null, one: z.output<typeof event>): boolean {
  const longRunning = (consumer?.handler.timeoutSeconds ?? 0) > LONG_RUNNING_SECONDS;
  return longRunning && Buffer.byteLength(JSON.stringify(one)) > LONG_RUNNING_EVENT_LIMIT_BYTES;
}

function push({ queues, clock, incompleteness, consumer }: QueueServices, text: string, origin: string): Response {
  const parsed = pushBody.safeParse(JSON.parse(text));
  if (!parsed.success) return jsonResponse(400, { code: 400, message: z.prettifyError(parsed.error) });
  const { queueName, jobId, payload } = parsed.data;
  if (payload.length > MOST_EVENTS) return jsonResponse(400, { code: 400, message: 'More than 50 events in a push.' });
  if (Buffer.byteLength(JSON.stringify(payload)) > PUSH_LIMIT_BYTES) {
    return jsonResponse(413, { errorMessage: 'The maximum payload size is 200KB.' });
  }
  if (queues.messages.pushesOf(origin) >= MOST_PUSHES_IN_CHAIN) return jsonResponse(405, {});
  if (queues.messages.eventsSince(clock.now() - 60_000) + payload.length > MOST_EVENTS_A_MINUTE) {
    return jsonResponse(429, {});
  }
  const module = consumer(queueName);
  if (!module)
    incompleteness.add(`The app pushes to the queue "${queueName}", for which the manifest has no consumer.`);
  const accepted = payload.filter((one) => !tooLarge(module, one));
  queues.push({ queue: queueName, job: jobId, events: accepted, origin });
  if (accepted.length === payload.length) return jsonResponse(201, {});
  const failedEvents = payload.flatMap((one, index) =>
    tooLarge(module, one) ? [{ index: String(index), errorMessage: 'The event is larger than 100KB.' }] : [],
  );
  return jsonResponse(202, { failedEvents });
}

function aboutJob({ queues }: QueueServices, action: string, text: string): Response {
  const { queueName, jobId } = jobBody.parse(JSON.parse(text));
  const stats = queues.messages.stats(queueName, jobId);
  if (!stats) return jsonResponse(404, { message: 'There is no such job.' });
  if (action === 'stats') return jsonResponse(200, stats);
  queues.messages.cancel(queueName, jobId);
  return new Response(null, { status: 204 });
}

/** Understands a call of `@forge/events`; null when it is none. */
export function planQueueCall(
  services: QueueServices,
  path: string,
  init: RequestInit,
  origin: string,
): PlannedCall | null {
  const action = PATH.exec(path)?.[1];
  if (action === undefined) return null;
  const text = typeof init.body === 'string' ? init.body : '{}';
  return {
    kind: 'queue',
    what: `POST /webhook/queue/${action}`,
    as: 'app',
    perform: () => {
      const response = action === 'publish' ? push(services, text, origin) : aboutJob(services, action, text);
      return Promise.resolve({ response, points: 0 });
    },
  };
}
