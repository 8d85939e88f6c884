/** One call of the app to the outside, as the meter saw it. */
export interface MeteredCall {
  readonly kind: 'jira' | 'confluence' | 'sql' | 'queue' | 'kvs' | 'other';
  /** `GET /rest/api/3/issue/{issueIdOrKey}` (the route, not the address), or the SQL text with its placeholders. */
  readonly what: string;
  readonly as: 'user' | 'app' | 'none';
  readonly status: number;
  readonly points: number;
  readonly milliseconds: number;
  /** What the key-value store read and wrote for it, in bytes as they are billed. */
  readonly kvs?: KvsBytes;
}

export interface KvsBytes {
  readonly read: number;
  readonly written: number;
}

/** What was used, with its price; free allowances are not taken off. */
export interface Usage {
  readonly jiraPoints: number;
  readonly confluencePoints: number;
  /** Requests to Jira and Confluence. */
  readonly restCalls: number;
  readonly sqlStatements: number;
  readonly sqlMilliseconds: number;
  readonly kvs: KvsBytes;
  /** Ten kilobytes each, begun ones counted, as the store limits them. */
  readonly kvsReadUnits: number;
  readonly kvsWriteUnits: number;
  /** Time that the function ran, times the memory it has. */
  readonly gigabyteSeconds: number;
  readonly logBytes: number;
  /** US dollars at Forge's prices. */
  readonly dollars: number;
}

/** What one invocation used. */
export interface Invocation extends Usage {
  readonly id: string;
  /** The procedure, or the key of the trigger, consumer or schedule. */
  readonly name: string;
  readonly accountId: string | null;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly outcome: 'returned' | 'threw' | 'killed' | 'timed-out';
  readonly calls: readonly MeteredCall[];
  /** What the app wrote to its log. */
  readonly log: readonly string[];
}

export interface UsageOfName extends Usage {
  readonly name: string;
  readonly invocations: number;
  /** What a thousand of these would cost, in US dollars. */
  readonly dollarsPerThousand: number;
}

export interface UsageOfEndpoint {
  readonly kind: MeteredCall['kind'];
  /** The route; all SQL together. */
  readonly what: string;
  readonly calls: number;
  readonly points: number;
  readonly milliseconds: number;
}

export interface Meter {
  /** The newest last; at most the last 1,000 are kept. */
  invocations(): readonly Invocation[];
  /** REST calls the page made through the bridge, as the user; at most the last 1,000. */
  bridgeCalls(): readonly MeteredCall[];
  /** Everything since the last reset, however much. */
  total(): Usage & { readonly invocations: number };
  byName(): readonly UsageOfName[];
  /** The app's calls and the page's, by end point. */
  byEndpoint(): readonly UsageOfEndpoint[];
  reset(): void;
}
