import type { Issue, ProjectPermission, SiteStore } from '../api';
import { roleAllows } from '../site/permissions';
import { JiraRefusal } from './answer';

/** For whom Jira answers: a person with their permissions, or the app, which sees everything. */
export class Viewer {
  readonly accountId: string | null;
  readonly #site: SiteStore;

  constructor(site: SiteStore, accountId: string | null) {
    this.#site = site;
    this.accountId = accountId;
  }

  get isApp(): boolean {
    return this.accountId === null;
  }

  get isSiteAdmin(): boolean {
    return this.accountId === null || this.#site.findPerson(this.accountId)?.role === 'admin';
  }

  /** Whether issue security hides nothing from the viewer in the projects that they may browse. */
  get seesRestricted(): boolean {
    if (this.accountId === null) return true;
    const person = this.#site.findPerson(this.accountId);
    return person !== null && roleAllows(person.role, 'BROWSE_PROJECTS', true);
  }

  may(permission: ProjectPermission, on: { readonly projectId: string } | { readonly issue: Issue }): boolean {
    return this.accountId === null || this.#site.allows(this.accountId, permission, on);
  }

  /** The issue, if there is one that the viewer may see. */
  findIssue(idOrKey: string): Issue | null {
    const issue = this.#site.findIssue(idOrKey);
    return issue && this.may('BROWSE_PROJECTS', { issue }) ? issue : null;
  }

  /** @throws JiraRefusal in the same words for an issue that does not exist and one that must not be seen. */
  getIssue(idOrKey: string): Issue {
    const issue = this.findIssue(idOrKey);
    if (!issue) throw new JiraRefusal(404, 'Issue does not exist or you do not have permission to see it.');
    return issue;
  }
}
