import { remainingMilliseconds } from '../invocation';

/** What a client needs of the place where it runs. */
export interface Surroundings {
  /** Milliseconds that the invocation may still run. */
  readonly remaining: () => number;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export const invocationSurroundings: Surroundings = {
  remaining: remainingMilliseconds,
  now: () => performance.now(),
  random: Math.random,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
