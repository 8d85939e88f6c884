import type { SandboxClock } from '../api';

/** Points an hour for an app over all its sites: Atlassian's first tier. */
const POINTS_PER_HOUR = 65_000;
const HOUR = 3_600_000;

/**
 * Counts the app's points in the present hour of UTC and says when they become few. Nothing is refused: a fault plan
 * does that where a test wants it.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export class Quota {
  readonly #clock: SandboxClock;
  #hour = 0;
  #used = 0;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** @returns the headers of the answer that cost these points. */
  spend(points: number): Record<string, string> {
    const hour = Math.floor(this.#clock.now() / HOUR);
    if (hour !== this.#hour) this.#used = 0;
    this.#hour = hour;
    this.#used += points;
    const remaining = Math.max(0, POINTS_PER_HOUR - this.#used);
    if (remaining >= POINTS_PER_HOUR / 5) return {};
    return {
      'X-RateLimit-Limit': String(POINTS_PER_HOUR),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': new Date((hour + 1) * HOUR).toISOString(),
      'X-RateLimit-NearLimit': 'true',
    };
  }
}
