/**
 * What the parts of the sandbox promise each other. It knows the platform and nothing of the app's insides: the app
 * is the built back end, the built UI and the manifest.
 */

/** The clock of the sandboxed site: it runs with the machine's unless it is set or moved. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  set(instant: number): void;
  advance(milliseconds: number): void;
}

export type ProjectPermission =
  'BROWSE_PROJECTS' | 'EDIT_ISSUES' | 'CREATE_ISSUES' | 'LINK_ISSUES' | 'ADD_COMMENTS' | 'ADMINISTER_PROJECTS';

/** What somebody may do everywhere on the site; restricted issues take `admin` or `member`. */
export type SiteRole = 'admin' | 'member' | 'reader' | 'outsider' | 'none';

/** A Jira account. `none` marks people who appear in imported data and cannot be switched to. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly role: SiteRole;
  readonly locale: 'en-US' | 'zh-CN';
  /** IANA time zone. */
  readonly timeZone: string;
  readonly active: boolean;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Version {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
  /** `YYYY-MM-DD`. */
  readonly releaseDate: string | null;
}

/** One change of one field, as Jira's changelog has it. */
export interface Change {
  readonly at: string;
  readonly by: string | null;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly type: string;
  readonly subtask: boolean;
  readonly summary: string;
  /** Plain text; the REST API wraps it as ADF. */
  readonly description: string | null;
  readonly status: string;
  readonly statusCategory: StatusCategory;
  readonly priority: string | null;
  readonly resolution: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly fixVersions: readonly Version[];
  readonly parentKey: string | null;
  readonly reporter: string | null;
  readonly assignee: string | null;
  readonly created: string;
  readonly updated: string;
  readonly resolved: string | null;
  readonly dueDate: string | null;
  readonly originalEstimateSeconds: number | null;
  readonly remainingEstimateSeconds: number | null;
  readonly timeSpentSeconds: number | null;
  /** Issue-level security: only `admin` and `member` see it. */
  readonly restricted: boolean;
  readonly comments: number;
}

export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly outward: string;
  readonly inward: string;
}

/** A link as seen from one of its ends. */
export interface IssueLink {
  readonly id: string;
  readonly type: string;
  /** The words on the outward end, for example "blocks". */
  readonly outward: string;
  /** The words on the inward end, for example "is blocked by". */
  readonly inward: string;
  /** Where the other issue stands, seen from this one. */
  readonly direction: 'outward' | 'inward';
  /** The issue at the other end, which the site may not hold. */
  readonly otherKey: string;
}

/** An issue as a file or a sample describes it, before the site gives it an id. Versions go by name. */
export interface IssueData extends Omit<Issue, 'id' | 'projectId' | 'fixVersions'> {
  readonly fixVersions: readonly string[];
  readonly history: readonly Change[];
}

/** A link from one issue, the outward end, to another. */
export interface LinkData {
  readonly type: string;
  readonly outward: string;
  readonly inward: string;
  readonly from: string;
  readonly to: string;
}

/** A whole project from outside. */
export interface ProjectData {
  readonly key: string;
  readonly name: string;
  readonly people: readonly Person[];
  readonly versions: readonly Omit<Version, 'id'>[];
  readonly issues: readonly IssueData[];
  readonly links: readonly LinkData[];
}

/** The site's data, in a file of its own; every write is atomic. */
export interface SiteStore {
  people(): readonly Person[];
  findPerson(accountId: string): Person | null;
  projects(): readonly Project[];
  /** By id or key. */
  findProject(idOrKey: string): Project | null;
  versions(projectId: string): readonly Version[];
  /** By id or key, whoever asks: permission is the caller's to check. */
  findIssue(idOrKey: string): Issue | null;
  issues(
    projectId: string,
    page: { readonly offset: number; readonly limit: number; readonly text?: string },
  ): { readonly total: number; readonly issues: readonly Issue[] };
  links(issueId: string): readonly IssueLink[];
  /** The issues of which this one is the parent: sub-tasks, or what belongs to an epic. */
  children(issueKey: string): readonly Issue[];
  /** Every type of link that some issue has. */
  linkTypes(): readonly LinkType[];
  history(issueId: string): readonly Change[];
  /** Deletes an issue and its links, as a Jira administrator would. */
  deleteIssue(idOrKey: string): void;
  /** Puts these projects in place of those with the same keys, all or none; ids stay with their keys. */
  replaceProjects(projects: readonly ProjectData[]): void;
  /** Whether the person holds the permission on the project or, when an issue is named, on the issue. */
  allows(
    accountId: string,
    permission: ProjectPermission,
    on: { readonly projectId: string } | { readonly issue: Issue },
  ): boolean;
}

/** One call of the app to the outside, as the meter saw it. */
export interface MeteredCall {
  readonly kind: 'jira' | 'confluence' | 'sql' | 'other';
  /** `GET /rest/api/3/issue/{issueIdOrKey}` (the route, not the address), or the SQL text with its placeholders. */
  readonly what: string;
  readonly as: 'user' | 'app' | 'none';
  readonly status: number;
  readonly points: number;
  readonly milliseconds: number;
}

/** What one invocation used. */
export interface Invocation {
  readonly id: string;
  /** The procedure, or the key of the trigger or schedule. */
  readonly name: string;
  readonly accountId: string | null;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly outcome: 'returned' | 'threw' | 'killed' | 'timed-out';
  readonly calls: readonly MeteredCall[];
  readonly jiraPoints: number;
  readonly sqlStatements: number;
  /** What the app wrote to its log. */
  readonly log: readonly string[];
}

export interface Meter {
  /** The newest last; at most the last 1,000 are kept. */
  invocations(): readonly Invocation[];
  /** REST calls the page made through the bridge, as the user. */
  bridgeCalls(): readonly MeteredCall[];
  reset(): void;
}

/** Something that goes wrong with the next matching calls. */
export interface Fault {
  readonly target: 'jira' | 'sql';
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

export interface InvokeRequest {
  /** The manifest's module, for example `feedback-panel`: its resolver answers. */
  readonly moduleKey: string;
  readonly procedure: string;
  readonly payload: unknown;
  readonly accountId: string;
  /** The issue whose page shows the panel: fills `context.extension` as Jira would. */
  readonly issueIdOrKey?: string;
}

export interface BridgeRequest {
  readonly accountId: string;
  readonly method: string;
  /** Path and query, starting with `/rest/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Sandbox {
  readonly clock: SandboxClock;
  readonly site: SiteStore;
  readonly meter: Meter;
  readonly faults: FaultPlan;
  /** What this run could not model or check, in plain sentences; empty when it is complete. */
  incomplete(): readonly string[];
  /** Calls a resolver as the platform does; rejects when the app throws, is killed or times out. */
  invoke(request: InvokeRequest): Promise<unknown>;
  /** The context that `view.getContext()` gives the page. */
  pageContext(request: {
    readonly moduleKey: string;
    readonly accountId: string;
    readonly issueIdOrKey?: string;
  }): Record<string, unknown>;
  /** A product request of the page, as the user, checked like the app's own. */
  requestJira(request: BridgeRequest): Promise<Response>;
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
