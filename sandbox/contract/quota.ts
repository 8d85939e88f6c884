/** How much of a product the app may have. */
export interface QuotaLimits {
  /** Points in an hour of UTC, over all calls of the app. */
  readonly pointsPerHour: number;
  /** Requests in a second to one end point; null for Atlassian's numbers, which depend on the end point. */
  readonly requestsPerSecond: number | null;
}

export interface QuotaState extends QuotaLimits {
  /** Points used in this hour. */
  readonly used: number;
  /** When the next hour begins, ISO 8601. */
  readonly resetAt: string;
}

/** The limits of a product's REST API, which answers 429 beyond them. */
export interface RestQuota {
  state(): QuotaState;
  /** Changes what is given; `used` makes the hour as full as a test needs it. */
  set(change: Partial<QuotaLimits> & { readonly used?: number }): void;
  /** Atlassian's limits again, and an hour in which nothing has been used. */
  reset(): void;
}

/** How often an installation may ask its SQL database for what; null for any number. */
export interface SqlRates {
  readonly changesPerSecond: number | null;
  readonly definitionsPerMinute: number | null;
}

/**
 * The rates of SQL, which answers 429 beyond them. They are off until they are set: in tests more happens within a
 * second than a site sees. `npm start` sets what is documented.
 */
export interface SqlQuota {
  readonly documented: SqlRates;
  set(change: Partial<SqlRates>): void;
  reset(): void;
}
