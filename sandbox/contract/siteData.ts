/** What a site holds. */

export type ProjectPermission =
  'BROWSE_PROJECTS' | 'EDIT_ISSUES' | 'CREATE_ISSUES' | 'LINK_ISSUES' | 'ADD_COMMENTS' | 'ADMINISTER_PROJECTS';

/** What somebody may do everywhere on the site; restricted issues take `admin` or `member`. */
/** `admin` administers the site and its projects, `lead` the projects alone. */
export type SiteRole = 'admin' | 'lead' | 'member' | 'reader' | 'outsider' | 'none';

/** Atlassian's products that somebody may use. */
export type Product = 'jira' | 'confluence';

/** An Atlassian account; its role is what it may do in Jira. `none` marks people who appear in imported data and cannot be switched to. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly role: SiteRole;
  readonly locale: 'en-US' | 'zh-CN';
  /** IANA time zone. */
  readonly timeZone: string;
  readonly active: boolean;
  /** Both products when left out. */
  readonly products?: readonly Product[];
  /** Lets others know neither language nor time zone, as people may choose in their profile. */
  readonly hidesProfile?: boolean;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Read only and out of every search. */
  readonly archived?: boolean;
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
  /** The ids behind the two, where the change is one from thing to thing and they are known. */
  readonly fromId?: string | null;
  readonly toId?: string | null;
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
  /** When it was archived: from then on it is read only and out of every search. */
  readonly archivedAt?: string | null;
  readonly comments: number;
}

export interface Status {
  readonly name: string;
  readonly category: StatusCategory;
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

/** A link whose both ends are on the site. */
export interface LinkRecord {
  readonly id: string;
  readonly type: LinkType;
  readonly source: Issue;
  readonly destination: Issue;
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
