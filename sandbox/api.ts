/**
 * What the parts of the sandbox promise each other. It knows the platform and nothing of the app's insides: the app
 * is the built back end, the built UI and the manifest.
 */

import type { AccountReports } from './contract/accountReports';
import type { EventQueue } from './contract/events';
import type { JobQueue, Schedules } from './contract/jobs';
import type { Meter, MeteredCall } from './contract/meter';
import type { RestQuota, SqlQuota } from './contract/quota';
import type { MacroPlace, ShownAt } from './contract/place';
import type { SiteStore } from './contract/siteStore';

export type * from './contract/accountReports';
export type * from './contract/events';
export type * from './contract/issueProperties';
export type * from './contract/issueSearch';
export type * from './contract/jobs';
export type * from './contract/meter';
export type * from './contract/notifications';
export type * from './contract/place';
export type * from './contract/quota';
export type * from './contract/siteChanges';
export type * from './contract/siteData';
export type * from './contract/siteStore';
export type * from './contract/wiki';

/** The clock of the sandboxed site: it runs with the machine's unless it is set or moved. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  set(instant: number): void;
  advance(milliseconds: number): void;
}

/** Something that goes wrong with the next matching calls. */
export interface Fault {
  readonly target: MeteredCall['kind'];
  /** Only calls whose metered `what` contains this. */
  readonly matching?: string;
  /** How many matching calls pass before it strikes (default 0). */
  readonly skip?: number;
  /** How many calls it strikes (default 1). */
  readonly times?: number;
  readonly effect:
    | { readonly type: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
    /** The answer never comes: the invocation runs into its time limit or the app's own deadline. */
    | { readonly type: 'hang' }
    /** The call is carried out, but its answer is lost: the caller sees a broken connection. */
    | { readonly type: 'lost-answer' }
    /** The invocation ends here, the call not carried out: nothing of the app runs any more. */
    | { readonly type: 'kill-before' }
    /** The invocation ends here, right after the call was carried out. */
    | { readonly type: 'kill-after' };
}

export interface FaultPlan {
  add(fault: Fault): void;
  clear(): void;
}

/** `issueIdOrKey` or `macro` fill `context.extension` as the product would. */
export interface InvokeRequest extends ShownAt {
  /** The manifest's module, for example `feedback-panel`: its resolver answers. */
  readonly moduleKey: string;
  readonly procedure: string;
  readonly payload: unknown;
  readonly accountId: string;
}

export interface BridgeRequest {
  readonly accountId: string;
  readonly method: string;
  /** Path and query: `/rest/…` of Jira, `/wiki/…` of Confluence. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Sandbox {
  readonly clock: SandboxClock;
  readonly site: SiteStore;
  readonly meter: Meter;
  readonly faults: FaultPlan;
  /** Product events on their way to the app's triggers. */
  readonly events: EventQueue;
  /** What the app has pushed to its queues. */
  readonly queue: JobQueue;
  readonly schedules: Schedules;
  /** What the app has told the platform of stored accounts, and which of them are closed. */
  readonly accountReports: AccountReports;
  readonly quota: RestQuota;
  readonly confluenceQuota: RestQuota;
  readonly sqlQuota: SqlQuota;
  /** What this run could not model or check, in plain sentences; empty when it is complete. */
  incomplete(): readonly string[];
  /** Calls a resolver as the platform does; rejects when the app throws, is killed or times out. */
  invoke(request: InvokeRequest): Promise<unknown>;
  /** What the module's `dynamicProperties` say for an issue: its badge, for example; null when it has none. */
  dynamicProperties(request: {
    readonly moduleKey: string;
    readonly accountId: string;
    readonly issueIdOrKey: string;
  }): Promise<unknown>;
  /** What a macro gives for an export of its page; null when it gives nothing. */
  exportMacro(moduleKey: string, macro: MacroPlace, locale: string): Promise<unknown>;
  /** The context that `view.getContext()` gives the page. */
  pageContext(request: { readonly moduleKey: string; readonly accountId: string } & ShownAt): Record<string, unknown>;
  /** The manifest's id of the app. */
  readonly appId: string;
  /** A product request of the page, as the user, checked like the app's own. */
  requestJira(request: BridgeRequest): Promise<Response>;
  requestConfluence(request: BridgeRequest): Promise<Response>;
  /** Runs the functions that the manifest's triggers name for a life-cycle event. */
  deliver(event: 'avi:forge:installed:app' | 'avi:forge:upgraded:app'): Promise<void>;
  /** Runs the function of a `scheduledTrigger`. */
  runSchedule(key: string): Promise<void>;
  /** Runs one SQL statement on the app's database, for tests and for looking inside. */
  query(sql: string, params?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Where state lives; null keeps everything in memory. */
  readonly directory: string | null;
  /** The built back end, as the platform's bundler wrote it. */
  readonly backend: string;
  /** The app's manifest. */
  readonly manifest: string;
  /** `mysql://…` for the app's SQL; libSQL otherwise. */
  readonly sqlUrl?: string;
  /** The folder with the official OpenAPI documents; without it requests are checked less. */
  readonly openApiDirectory?: string;
  /** Longest time an invocation may take, in milliseconds (default: the platform's 25,000). */
  readonly timeLimit?: number;
}
