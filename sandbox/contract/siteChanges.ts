import type { Issue, IssueData, IssueLink, Person, Project, Version } from './siteData';

/** Who does it: an account id; nobody in particular when left out. */
export interface Doer {
  readonly by?: string;
}

/** A new issue in a project, which is given by id or key; what is left out is empty, or as Jira sets it. */
export interface NewIssue
  extends
    Doer,
    Partial<
      Omit<IssueData, 'key' | 'summary' | 'history' | 'created' | 'updated' | 'resolved' | 'comments' | 'archivedAt'>
    > {
  readonly project: string;
  readonly summary: string;
}

/**
 * What changes on an issue. Versions go by name. A status takes its category from the issues that have it already;
 * for a new one the category is to be said. What enters the category `done` is resolved, what leaves it is not.
 */
export type IssueChanges = Partial<
  Omit<
    IssueData,
    'key' | 'history' | 'created' | 'updated' | 'resolved' | 'resolution' | 'comments' | 'archivedAt' | 'reporter'
  >
>;

export interface NewLink extends Doer {
  /** The name of the type; its words are to be said unless some link has it already or Jira brings it along. */
  readonly type: string;
  readonly outward?: string;
  readonly inward?: string;
  /** The outward end. */
  readonly from: string;
  readonly to: string;
}

export interface NewVersion extends Doer {
  readonly project: string;
  readonly name: string;
  readonly released?: boolean;
  readonly releaseDate?: string | null;
}

/**
 * What a site's users do. Every change happens at the clock's time, is in the changelog where Jira has it there, and
 * puts a product event on its way for each trigger of the manifest that wants it. Issues and projects go by id or
 * key. What does not exist makes all of these throw, except where they say otherwise.
 */
export interface SiteChanges {
  createIssue(issue: NewIssue): Issue;
  /** Changes that change nothing leave no trace. */
  updateIssue(idOrKey: string, changes: IssueChanges, doer?: Doer): Issue;
  /** Gives the issue the next key of another project; it keeps its id, its links and its old keys. */
  moveIssue(idOrKey: string, project: string, doer?: Doer): Issue;
  /** Without an event and without a changelog entry: Forge documents none. */
  archiveIssue(idOrKey: string): Issue;
  unarchiveIssue(idOrKey: string): Issue;
  /** With its links and sub-tasks, for which there are no events of their own; nothing if there is no such issue. */
  deleteIssue(idOrKey: string, doer?: Doer): void;
  /** Leaves `updated` of both ends alone, on which Jira cannot be relied. */
  addLink(link: NewLink): IssueLink;
  removeLink(id: string, doer?: Doer): void;
  createVersion(version: NewVersion): Version;
  /** The issues that carry the version show the change, without an event of their own. */
  updateVersion(id: string, changes: Partial<Omit<Version, 'id'>>, doer?: Doer): Version;
  /** Takes the version off its issues, without an event of their own. */
  deleteVersion(id: string, doer?: Doer): void;
  /** What a person or their administrator changes about an account; tells nobody. */
  updatePerson(accountId: string, changes: Partial<Omit<Person, 'accountId'>>): Person;
  createProject(project: { readonly key: string; readonly name: string }): Project;
  /** Into the bin, or for good. Either way there is one event, and none for issues, links and versions. */
  deleteProject(idOrKey: string, how?: { readonly permanently?: boolean }): void;
  /** Out of the bin, by id or key, with everything that was in it. */
  restoreProject(idOrKey: string): Project;
  archiveProject(idOrKey: string): Project;
  unarchiveProject(idOrKey: string): Project;
}
