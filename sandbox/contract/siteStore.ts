import type { WikiStore } from './wiki';
import type { IssuePropertyStore } from './issueProperties';
import type { NotificationStore } from './notifications';
import type { FoundIssue, IssueCondition, IssueSearch } from './issueSearch';
import type { SiteChanges } from './siteChanges';
import type {
  Change,
  Issue,
  IssueLink,
  LinkRecord,
  LinkType,
  Person,
  Project,
  ProjectData,
  ProjectPermission,
  Status,
  Version,
} from './siteData';

/** The site's data, in a file of its own; every write is atomic. */
export interface SiteStore extends SiteChanges {
  /** The site's Confluence. */
  readonly wiki: WikiStore;
  readonly properties: IssuePropertyStore;
  readonly notifications: NotificationStore;
  people(): readonly Person[];
  findPerson(accountId: string): Person | null;
  projects(): readonly Project[];
  /** By id or key. */
  findProject(idOrKey: string): Project | null;
  versions(projectId: string): readonly Version[];
  /** By id, by key or by a key it had before it moved, whoever asks: permission is the caller's to check. */
  findIssue(idOrKey: string): Issue | null;
  issues(
    projectId: string,
    page: { readonly offset: number; readonly limit: number; readonly text?: string },
  ): { readonly total: number; readonly issues: readonly Issue[] };
  links(issueId: string): readonly IssueLink[];
  /** Those of the ids that the site holds, in the order given. */
  issuesById(ids: readonly string[]): readonly Issue[];
  search(search: IssueSearch): readonly FoundIssue[];
  count(where: IssueCondition): number;
  /** The issues of which this one is the parent: sub-tasks, or what belongs to an epic. */
  children(issueKey: string): readonly Issue[];
  /** A link of two issues of the site. */
  findLink(id: string): LinkRecord | null;
  /** Every type of link that some issue has or had. */
  linkTypes(): readonly LinkType[];
  history(issueId: string): readonly Change[];
  /** Every status that some issue has or had. */
  statuses(): readonly Status[];
  /** Puts these projects in place of those with the same keys, all or none; ids stay with their keys. */
  replaceProjects(projects: readonly ProjectData[]): void;
  /** Whether the person holds the permission on the project or, when an issue is named, on the issue. */
  allows(
    accountId: string,
    permission: ProjectPermission,
    on: { readonly projectId: string } | { readonly issue: Issue },
  ): boolean;
}
