import type { DeliveryPlan, EventQueue, PendingEvent, SandboxClock } from '../api';
import type { Manifest } from '../manifest';
import { randomOf } from '../random';
import type { NewEvent, StoredEvent } from '../site/outbox';
import type { SiteEvent } from '../site/siteEvent';
import type { SiteDatabase } from '../site/store';
import { DeliveryLoop } from './deliveryLoop';
import { productEvents } from './payloads';
import { outcomeOf, retryAfter } from './retry';

/** Milliseconds; the platform takes up to three minutes. */
const USUAL_DELAY = 2_000;
/** @see https://developer.atlassian.com/platform/forge/events-reference/product_events/ */
const MOST_RETRIES = 4;

interface DeliveryOptions {
  readonly site: SiteDatabase;
  readonly manifest: Manifest;
  readonly clock: SandboxClock;
  /** Calls the trigger's function with the event. */
  call(trigger: string, event: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Brings what happens on the site to the app's triggers: late, and as badly as the plan wants it. */
export class EventDelivery implements EventQueue {
  readonly #options: DeliveryOptions;
  #plan: { readonly given: DeliveryPlan; readonly random: () => number } | null = null;
  readonly #loop: DeliveryLoop<StoredEvent>;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#loop = new DeliveryLoop({
      list: (until) => options.site.outbox.list(until),
      attempt: (event) => this.#attempt(event),
    });
    options.site.listen((event) => {
      this.#record(event);
    });
  }

  pending(): readonly PendingEvent[] {
    return this.#options.site.outbox.list().map(({ id, eventType, trigger, dueAt, attempts, payload }) => ({
      id,
      eventType,
      trigger,
      dueAt,
      attempts,
      payload,
    }));
  }

  deliverDue(): Promise<number> {
    return this.#loop.run(() => this.#options.clock.now());
  }

  deliverAll(): Promise<number> {
    return this.#loop.run(() => Number.MAX_SAFE_INTEGER);
  }

  plan(plan: DeliveryPlan | null): void {
    this.#plan = plan && { given: plan, random: randomOf(plan.seed) };
    this.#loop.parallel = plan?.parallel ?? 1;
    this.#options.site.outbox.replan((event) => this.#spoil(event));
  }

  #record(event: SiteEvent): void {
    const { clock, manifest, site } = this.#options;
    const now = clock.now();
    const today = new Date(now).toISOString().slice(0, 10);
    for (const { eventType, payload } of productEvents(event, { site, today })) {
      for (const { key } of manifest.triggers(eventType)) {
        const recorded = { eventType, trigger: key, due: now + USUAL_DELAY, rank: 0, payload };
        for (const spoiled of this.#spoil(recorded)) site.outbox.add(spoiled);
      }
    }
  }

  #spoil(event: NewEvent): readonly NewEvent[] {
    if (!this.#plan) return [event];
    const { given, random } = this.#plan;
    if (random() < (given.drop ?? 0)) return [];
    const copies = random() < (given.double ?? 0) ? 2 : 1;
    return Array.from({ length: copies }, () => ({
      ...event,
      due: event.due + random() * (given.delay ?? 0),
      rank: given.shuffle === true ? random() : 0,
    }));
  }

  async #attempt(event: StoredEvent): Promise<void> {
    const { clock, site } = this.#options;
    const given = event.retry ? { ...event.payload, retryContext: event.retry } : event.payload;
    const outcome = await outcomeOf(this.#options.call(event.trigger, given));
    const again = retryAfter(outcome, event.attempts);
    if (again === null || event.attempts >= MOST_RETRIES) site.outbox.remove(event.id);
    else site.outbox.postpone(event.id, clock.now() + again.afterMilliseconds, again.retry);
  }
}
