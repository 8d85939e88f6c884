import Database from 'libsql';
import { z } from 'zod';
import type {
  Change,
  Doer,
  FoundIssue,
  Issue,
  IssueChanges,
  IssueCondition,
  IssueLink,
  IssueSearch,
  LinkRecord,
  LinkType,
  NewIssue,
  NewLink,
  NewVersion,
  Person,
  Project,
  ProjectData,
  ProjectPermission,
  SandboxClock,
  SiteStore,
  Status,
  Version,
} from '../api';
import { createClock } from '../clock';
import { idOfName } from '../names';
import type { Editing } from './edit/editing';
import { createIssue, setIssueArchived, updateIssue } from './edit/issues';
import { deleteIssue, moveIssue } from './edit/leaving';
import { addLink, removeLink } from './edit/links';
import { createProject, deleteProject, restoreProject, setProjectArchived } from './edit/projects';
import { createVersion, deleteVersion, updateVersion } from './edit/versions';
import { IssueProperties } from './issueProperties';
import { migrate } from './migrate';
import { Notifications } from './notifications';
import { findLink, linksOf } from './linkRows';
import { EventOutbox } from './outbox';
import { roleAllows } from './permissions';
import { documents } from './rows';
import { changeDocument, issueDocument, personDocument, projectDocument, versionDocument } from './schema';
import { countIssues, searchIssues } from './search';
import type { SiteEvent } from './siteEvent';
import { WikiDatabase } from './wiki/store';
import { addPeople, changePerson, replaceProject } from './writer';

const typeRows = z.array(z.object({ name: z.string(), outward: z.string(), inward: z.string() }));
const statusRows = z.array(z.object({ name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) }));
const countRow = z.tuple([z.object({ total: z.number() })]);

/** The site's data in a libSQL file of its own, or in memory. */
export class SiteDatabase implements SiteStore {
  /** Events on their way to the app: written in the same transaction as what they tell of. */
  readonly outbox: EventOutbox;
  readonly wiki: WikiDatabase;
  readonly properties: IssueProperties;
  readonly notifications: Notifications;
  readonly #database: Database.Database;
  readonly #clock: SandboxClock;
  #listener: (event: SiteEvent) => void = () => undefined;

  /** @param file a path, or null for memory. */
  constructor(file: string | null, people: readonly Person[], clock: SandboxClock = createClock()) {
    this.#clock = clock;
    this.#database = new Database(file ?? ':memory:', { timeout: 5_000 });
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrate(this.#database);
    this.outbox = new EventOutbox(this.#database);
    this.properties = new IssueProperties(this.#database);
    this.notifications = new Notifications(this.#database);
    const findPerson = (accountId: string) => this.findPerson(accountId);
    const announce = (event: SiteEvent) => this.#listener(event);
    this.wiki = new WikiDatabase({ database: this.#database, clock, findPerson, announce });
    this.#atomically(() => {
      addPeople(this.#database, people);
    });
  }

  people(): readonly Person[] {
    return documents(this.#database, personDocument, 'SELECT document FROM person ORDER BY position', []);
  }

  findPerson(accountId: string): Person | null {
    const query = 'SELECT document FROM person WHERE account_id = ?';
    return documents(this.#database, personDocument, query, [accountId])[0] ?? null;
  }

  projects(): readonly Project[] {
    return documents(this.#database, projectDocument, 'SELECT document FROM live_project ORDER BY key', []);
  }

  findProject(idOrKey: string): Project | null {
    const query = 'SELECT document FROM live_project WHERE id = ? OR key = ?';
    return documents(this.#database, projectDocument, query, [idOrKey, idOrKey.toUpperCase()])[0] ?? null;
  }

  versions(projectId: string): readonly Version[] {
    const query = 'SELECT document FROM version WHERE project_id = ? ORDER BY position';
    return documents(this.#database, versionDocument, query, [projectId]);
  }

  findIssue(idOrKey: string): Issue | null {
    const key = idOrKey.toUpperCase();
    const query = 'SELECT document FROM live_issue WHERE id = ? OR key = ?';
    const found = documents(this.#database, issueDocument, query, [idOrKey, key])[0];
    if (found) return found;
    const former = 'SELECT document FROM live_issue WHERE id = (SELECT issue_id FROM former_key WHERE key = ?)';
    return documents(this.#database, issueDocument, former, [key])[0] ?? null;
  }

  issues(
    projectId: string,
    page: { readonly offset: number; readonly limit: number; readonly text?: string },
  ): { readonly total: number; readonly issues: readonly Issue[] } {
    const condition = 'FROM live_issue WHERE project_id = ? AND instr(search, ?) > 0';
    const parameters = [projectId, (page.text ?? '').trim().toLowerCase()];
    const counted = this.#database.prepare(`SELECT count(*) AS total ${condition}`).all(parameters);
    const query = `SELECT document ${condition} ORDER BY number LIMIT ? OFFSET ?`;
    return {
      total: countRow.parse(counted)[0].total,
      issues: documents(this.#database, issueDocument, query, [...parameters, page.limit, page.offset]),
    };
  }

  issuesById(ids: readonly string[]): readonly Issue[] {
    const query =
      'SELECT document FROM json_each(?) AS wanted JOIN live_issue ON live_issue.id = wanted.value ORDER BY wanted.key';
    return documents(this.#database, issueDocument, query, [JSON.stringify(ids)]);
  }

  search(search: IssueSearch): readonly FoundIssue[] {
    return searchIssues(this.#database, search);
  }

  count(where: IssueCondition): number {
    return countIssues(this.#database, where);
  }

  links(issueId: string): readonly IssueLink[] {
    const key = this.findIssue(issueId)?.key;
    return key === undefined ? [] : linksOf(this.#database, key);
  }

  findLink(id: string): LinkRecord | null {
    return findLink(this.#database, this, id);
  }

  children(issueKey: string): readonly Issue[] {
    const query = 'SELECT document FROM live_issue WHERE parent_key = ? ORDER BY number';
    return documents(this.#database, issueDocument, query, [issueKey]);
  }

  linkTypes(): readonly LinkType[] {
    const query = 'SELECT name, outward, inward FROM link_type ORDER BY name';
    return typeRows.parse(this.#database.prepare(query).all([])).map((type) => ({
      id: idOfName('issueLinkType', type.name),
      ...type,
    }));
  }

  history(issueId: string): readonly Change[] {
    const query = 'SELECT document FROM change WHERE issue_id = ? ORDER BY position';
    return documents(this.#database, changeDocument, query, [issueId]);
  }

  statuses(): readonly Status[] {
    const query = 'SELECT name, category FROM status ORDER BY name';
    return statusRows.parse(this.#database.prepare(query).all([]));
  }

  createIssue(issue: NewIssue): Issue {
    return this.#edit((editing) => createIssue(editing, issue));
  }

  updateIssue(idOrKey: string, changes: IssueChanges, doer?: Doer): Issue {
    return this.#edit((editing) => updateIssue(editing, idOrKey, changes, doer));
  }

  moveIssue(idOrKey: string, project: string, doer?: Doer): Issue {
    return this.#edit((editing) => moveIssue(editing, idOrKey, project, doer));
  }

  archiveIssue(idOrKey: string): Issue {
    return this.#edit((editing) => setIssueArchived(editing, idOrKey, true));
  }

  unarchiveIssue(idOrKey: string): Issue {
    return this.#edit((editing) => setIssueArchived(editing, idOrKey, false));
  }

  deleteIssue(idOrKey: string, doer?: Doer): void {
    this.#edit((editing) => {
      deleteIssue(editing, idOrKey, doer);
    });
  }

  addLink(link: NewLink): IssueLink {
    return this.#edit((editing) => addLink(editing, link));
  }

  removeLink(id: string, doer?: Doer): void {
    this.#edit((editing) => {
      removeLink(editing, id, doer);
    });
  }

  createVersion(version: NewVersion): Version {
    return this.#edit((editing) => createVersion(editing, version));
  }

  updateVersion(id: string, changes: Partial<Omit<Version, 'id'>>, doer?: Doer): Version {
    return this.#edit((editing) => updateVersion(editing, id, changes, doer));
  }

  deleteVersion(id: string, doer?: Doer): void {
    this.#edit((editing) => {
      deleteVersion(editing, id, doer);
    });
  }

  updatePerson(accountId: string, changes: Partial<Omit<Person, 'accountId'>>): Person {
    const person = this.findPerson(accountId);
    if (person === null) throw new Error(`The site has no account "${accountId}".`);
    return changePerson(this.#database, { ...person, ...changes });
  }

  createProject(project: { readonly key: string; readonly name: string }): Project {
    return this.#edit((editing) => createProject(editing, project));
  }

  deleteProject(idOrKey: string, how?: { readonly permanently?: boolean }): void {
    this.#edit((editing) => {
      deleteProject(editing, idOrKey, how?.permanently ?? false);
    });
  }

  restoreProject(idOrKey: string): Project {
    return this.#edit((editing) => restoreProject(editing, idOrKey));
  }

  archiveProject(idOrKey: string): Project {
    return this.#edit((editing) => setProjectArchived(editing, idOrKey, true));
  }

  unarchiveProject(idOrKey: string): Project {
    return this.#edit((editing) => setProjectArchived(editing, idOrKey, false));
  }

  replaceProjects(projects: readonly ProjectData[]): void {
    this.#atomically(() => {
      for (const project of projects) replaceProject(this.#database, project);
    });
  }

  allows(
    accountId: string,
    permission: ProjectPermission,
    on: { readonly projectId: string } | { readonly issue: Issue },
  ): boolean {
    const person = this.findPerson(accountId);
    const project = this.findProject('issue' in on ? on.issue.projectId : on.projectId);
    if (!person?.active || !project) return false;
    const readOnly = project.archived === true || ('issue' in on && typeof on.issue.archivedAt === 'string');
    if (readOnly && permission !== 'BROWSE_PROJECTS' && permission !== 'ADMINISTER_PROJECTS') return false;
    return roleAllows(person.role, permission, 'issue' in on && on.issue.restricted);
  }

  /** Calls the listener for everything that happens, inside the transaction in which it happens. */
  listen(listener: (event: SiteEvent) => void): void {
    this.#listener = listener;
  }

  close(): void {
    this.#database.close();
  }

  #edit<T>(change: (editing: Editing) => T): T {
    const editing = {
      database: this.#database,
      site: this,
      clock: this.#clock,
      announce: (event: SiteEvent) => {
        this.#listener(event);
      },
    };
    return this.#database.transaction(() => change(editing)).immediate();
  }

  #atomically(write: () => void): void {
    this.#database.transaction(write).immediate();
  }
}
