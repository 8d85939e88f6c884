import type { QuotaLimits, QuotaState, RestQuota, SandboxClock } from '../api';
import type { Product } from '../contract/siteData';
import { jsonResponse } from '../outside';
import { RequestWindow } from '../requestWindow';

/** Atlassian's first tier: points an hour for an app over all its sites. */
const DEFAULTS: QuotaLimits = { pointsPerHour: 65_000, requestsPerSecond: null };
const HOUR = 3_600_000;
/** Requests in a second to one end point of a site; Atlassian publishes none for Confluence. */
const BURSTS: Readonly<Record<Product, Readonly<Record<string, number>>>> = {
  jira: { GET: 100, POST: 100, PUT: 50, DELETE: 50, PATCH: 50 },
  confluence: {},
};
const HIGHER_BURSTS: Readonly<Record<string, number>> = {
  'GET /rest/api/3/issue/{issueIdOrKey}': 150,
  'POST /rest/api/3/search/approximate-count': 150,
};
/** Milliseconds that an answer of Jira takes at the very least. */
const ANSWER_TIME = 20;

/**
 * Counts the app's points in the present hour of UTC and its requests in a second, says when they become few, and
 * refuses what is too many.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 * @see https://developer.atlassian.com/cloud/confluence/rate-limiting/
 */
export class Quota implements RestQuota {
  readonly #clock: SandboxClock;
  readonly #product: Product;
  #limits = DEFAULTS;
  #windows = new Map<string, RequestWindow>();
  #hour = 0;
  #used = 0;

  constructor(clock: SandboxClock, product: Product = 'jira') {
    this.#clock = clock;
    this.#product = product;
  }

  state(): QuotaState {
    this.#turn(this.#clock.now());
    return { ...this.#limits, used: this.#used, resetAt: this.#resetAt() };
  }

  set({ used, ...limits }: Partial<QuotaLimits> & { readonly used?: number }): void {
    this.#turn(this.#clock.now());
    this.#limits = { ...this.#limits, ...limits };
    this.#used = used ?? this.#used;
  }

  reset(): void {
    this.#limits = DEFAULTS;
    this.#windows = new Map();
    this.#used = 0;
  }

  /**
   * @param what the method and the route; what is not refused has to `leave` after its answer.
   * @param now milliseconds since 1970.
   * @returns the refusal of a request that is one too many.
   */
  refuse(what: string, now: number): Response | null {
    this.#turn(now);
    if (this.#used >= this.#limits.pointsPerHour) {
      const seconds = Math.ceil(((this.#hour + 1) * HOUR - now) / 1_000);
      return this.#tooMany('quota-global-based', seconds);
    }
    const window = this.#windows.get(what) ?? new RequestWindow(ANSWER_TIME);
    this.#windows.set(what, window);
    return window.admit(this.#burstOf(what), now) ? null : this.#tooMany('burst-based', 1);
  }

  leave(what: string): void {
    this.#windows.get(what)?.leave();
  }

  /** @returns the headers of the answer that cost these points. */
  spend(points: number, now: number): Record<string, string> {
    this.#turn(now);
    this.#used += points;
    const remaining = this.#remaining();
    if (remaining >= this.#limits.pointsPerHour / 5) return {};
    return { ...this.#standing(), 'X-RateLimit-NearLimit': 'true' };
  }

  #burstOf(what: string): number {
    const own = Object.hasOwn(HIGHER_BURSTS, what) ? HIGHER_BURSTS[what] : undefined;
    return this.#limits.requestsPerSecond ?? own ?? BURSTS[this.#product][what.split(' ')[0] ?? ''] ?? Infinity;
  }

  #tooMany(reason: string, retryAfter: number): Response {
    const body = { errorMessages: ['Rate limit exceeded.'], errors: {} };
    const headers = {
      ...this.#standing(),
      'Retry-After': String(retryAfter),
      'RateLimit-Reason': `${this.#product}-${reason}`,
    };
    return jsonResponse(429, body, headers);
  }

  #standing(): Record<string, string> {
    return {
      'X-RateLimit-Limit': String(this.#limits.pointsPerHour),
      'X-RateLimit-Remaining': String(this.#remaining()),
      'X-RateLimit-Reset': this.#resetAt(),
    };
  }

  #remaining(): number {
    return Math.max(0, this.#limits.pointsPerHour - this.#used);
  }

  #resetAt(): string {
    return new Date((this.#hour + 1) * HOUR).toISOString();
  }

  #turn(now: number): void {
    const hour = Math.floor(now / HOUR);
    if (hour !== this.#hour) this.#used = 0;
    this.#hour = hour;
  }
}
