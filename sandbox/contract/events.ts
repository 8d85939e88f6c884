/** A product event on its way to one trigger of the app. */
export interface PendingEvent {
  readonly id: number;
  /** For example `avi:jira:updated:issue`. */
  readonly eventType: string;
  /** The trigger's key. */
  readonly trigger: string;
  /** When it is due by the sandbox's clock, ISO 8601. */
  readonly dueAt: string;
  /** How often the app has been given it already. */
  readonly attempts: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What shall go wrong with deliveries; shares are from 0 to 1, chosen by the seed. */
export interface DeliveryPlan {
  readonly seed: number;
  /** The share that is delivered twice. */
  readonly double?: number;
  /** The share that never arrives. */
  readonly drop?: number;
  /** Up to this much later than usual, in milliseconds; the platform stays within three minutes. */
  readonly delay?: number;
  /** Deliver what is due in any order. */
  readonly shuffle?: boolean;
  /** How many are delivered at the same time (default 1). */
  readonly parallel?: number;
}

/** Product events between the site and the app's triggers; they survive a restart. */
export interface EventQueue {
  /** In the order in which they would be delivered. */
  pending(): readonly PendingEvent[];
  /** Delivers what is due by the clock; returns how many calls of the app that took. */
  deliverDue(): Promise<number>;
  /** Delivers everything, due or not, retries included, until nothing is left. */
  deliverAll(): Promise<number>;
  /** Applies to what is pending and to what comes, until the next plan; null for none. */
  plan(plan: DeliveryPlan | null): void;
}
