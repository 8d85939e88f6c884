import type { DeliveryPlan, JobQueue, PendingJob, SandboxClock } from '../../api';
import { DeliveryLoop } from '../../events/deliveryLoop';
import { outcomeOf, retryAfter } from '../../events/retry';
import { randomOf } from '../../random';
import type { Message, Messages, PushedEvent, Spoiling } from './messages';

/** Milliseconds for which the platform keeps trying. */
const RETENTION = 24 * 3_600_000;
/** As many retries as fit into that time when each comes as late as it may. */
const MOST_RETRIES = 100;

interface QueueOptions {
  readonly messages: Messages;
  readonly clock: SandboxClock;
  /** Calls the queue's consumer. */
  call(queue: string, event: Readonly<Record<string, unknown>>, origin: string): Promise<unknown>;
}

interface Push {
  readonly queue: string;
  readonly job: string;
  readonly events: readonly PushedEvent[];
  readonly origin: string;
}

type Plan = Omit<DeliveryPlan, 'drop'>;

/** The app's queues and their consumers. */
export class AppQueues implements JobQueue {
  readonly messages: Messages;
  readonly #options: QueueOptions;
  readonly #loop: DeliveryLoop<Message>;
  #plan: { readonly given: Plan; readonly random: () => number } | null = null;

  constructor(options: QueueOptions) {
    this.#options = options;
    this.messages = options.messages;
    this.#loop = new DeliveryLoop({
      list: (until) => this.messages.waiting(until),
      attempt: (message) => this.#attempt(message),
    });
  }

  push({ queue, job, events, origin }: Push): void {
    const enqueued = this.#options.clock.now();
    const messages = events.map((event) => ({
      queue,
      job,
      event,
      origin,
      enqueued,
      due: enqueued + (event.delayInSeconds ?? 0) * 1_000,
    }));
    this.messages.push(messages, (due) => this.#spoil(due));
  }

  pending(): readonly PendingJob[] {
    return this.messages.waiting().map(({ id, job, queue, due, attempts, event }) => ({
      eventId: id,
      jobId: job,
      queueName: queue,
      dueAt: new Date(due).toISOString(),
      attempts,
      body: event.body,
    }));
  }

  runDue(): Promise<number> {
    return this.#loop.run(() => this.#options.clock.now());
  }

  drain(): Promise<number> {
    return this.#loop.run(() => Number.MAX_SAFE_INTEGER);
  }

  plan(plan: Plan | null): void {
    this.#plan = plan && { given: plan, random: randomOf(plan.seed) };
    this.#loop.parallel = plan?.parallel ?? 1;
    this.messages.replan((due) => this.#spoil(due));
  }

  #spoil(due: number): Spoiling {
    if (!this.#plan) return { due, rank: 0, copies: 1 };
    const { given, random } = this.#plan;
    return {
      copies: random() < (given.double ?? 0) ? 2 : 1,
      due: due + random() * (given.delay ?? 0),
      rank: given.shuffle === true ? random() : 0,
    };
  }

  async #attempt({ id, queue, job, event, origin, enqueued, attempts, retry }: Message): Promise<void> {
    // The job may have been cancelled since it was found.
    if (!this.messages.isWaiting(id)) return;
    const now = this.#options.clock.now();
    const remainingTimeMs = enqueued + RETENTION - now;
    if (remainingTimeMs <= 0) {
      this.messages.fail(id);
      return;
    }
    const retentionWindow = { startTime: new Date(enqueued).toISOString(), remainingTimeMs };
    const again = retry === null ? {} : { retryContext: { ...retry, retentionWindow } };
    const given = { ...event, queueName: queue, jobId: job, eventId: id, ...again };
    const outcome = await outcomeOf(this.#options.call(queue, given, origin));
    const planned = retryAfter(outcome, retry?.retryCount ?? 0);
    if (planned === null) this.messages.succeed(id);
    else if (attempts >= MOST_RETRIES) this.messages.fail(id);
    else this.messages.postpone(id, this.#options.clock.now() + planned.afterMilliseconds, planned.retry);
  }
}
