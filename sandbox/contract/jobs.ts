import type { DeliveryPlan } from './events';

/** An event in one of the app's queues, on its way to a consumer. */
export interface PendingJob {
  readonly eventId: string;
  readonly jobId: string;
  readonly queueName: string;
  /** When it is due by the sandbox's clock, ISO 8601. */
  readonly dueAt: string;
  /** How often the consumer has been given it already. */
  readonly attempts: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The app's queues: at least once, in any order, for 24 hours; they survive a restart. */
export interface JobQueue {
  /** In the order in which they would be consumed. */
  pending(): readonly PendingJob[];
  /** Runs consumers for what is due by the clock, also for what they push meanwhile; returns how many runs that took. */
  runDue(): Promise<number>;
  /** Runs consumers until nothing is left, due or not, retries included. */
  drain(): Promise<number>;
  /** Applies to what is pending and to what comes, until the next plan; a queue loses nothing, so there is no `drop`. */
  plan(plan: Omit<DeliveryPlan, 'drop'> | null): void;
}

/** The manifest's schedules, by the sandbox's clock. */
export interface Schedules {
  /** When each of them is due next, ISO 8601. */
  due(): readonly { readonly key: string; readonly dueAt: string }[];
  /** Runs each that is due, once however far the clock has gone; returns how many runs that took. */
  runDue(): Promise<number>;
  /** The share of runs that happen twice, as the platform says they may. */
  plan(plan: { readonly seed: number; readonly double: number } | null): void;
}
