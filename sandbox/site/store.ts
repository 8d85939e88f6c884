import Database from 'libsql';
import { z } from 'zod';
import type {
  Change,
  Issue,
  IssueLink,
  LinkType,
  Person,
  Project,
  ProjectData,
  ProjectPermission,
  SiteStore,
  Version,
} from '../api';
import { idOfName } from '../names';
import { roleAllows } from './permissions';
import { documents } from './rows';
import { changeDocument, issueDocument, personDocument, projectDocument, TABLES, versionDocument } from './schema';
import { addPeople, replaceProject } from './writer';

const linkRows = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    outward: z.string(),
    inward: z.string(),
    source_key: z.string(),
    target_key: z.string(),
  }),
);
const typeRows = z.array(z.object({ name: z.string(), outward: z.string(), inward: z.string() }));
const countRow = z.tuple([z.object({ total: z.number() })]);

/** The site's data in a libSQL file of its own, or in memory. */
export class SiteDatabase implements SiteStore {
  readonly #database: Database.Database;

  /** @param file a path, or null for memory. */
  constructor(file: string | null, people: readonly Person[]) {
    this.#database = new Database(file ?? ':memory:', { timeout: 5_000 });
    this.#database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${TABLES}`);
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
    return documents(this.#database, projectDocument, 'SELECT document FROM project ORDER BY key', []);
  }

  findProject(idOrKey: string): Project | null {
    const query = 'SELECT document FROM project WHERE id = ? OR key = ?';
    return documents(this.#database, projectDocument, query, [idOrKey, idOrKey.toUpperCase()])[0] ?? null;
  }

  versions(projectId: string): readonly Version[] {
    const query = 'SELECT document FROM version WHERE project_id = ? ORDER BY position';
    return documents(this.#database, versionDocument, query, [projectId]);
  }

  findIssue(idOrKey: string): Issue | null {
    const query = 'SELECT document FROM issue WHERE id = ? OR key = ?';
    return documents(this.#database, issueDocument, query, [idOrKey, idOrKey.toUpperCase()])[0] ?? null;
  }

  issues(
    projectId: string,
    page: { readonly offset: number; readonly limit: number; readonly text?: string },
  ): { readonly total: number; readonly issues: readonly Issue[] } {
    const condition = 'FROM issue WHERE project_id = ? AND instr(search, ?) > 0';
    const parameters = [projectId, (page.text ?? '').trim().toLowerCase()];
    const counted = this.#database.prepare(`SELECT count(*) AS total ${condition}`).all(parameters);
    const query = `SELECT document ${condition} ORDER BY number LIMIT ? OFFSET ?`;
    return {
      total: countRow.parse(counted)[0].total,
      issues: documents(this.#database, issueDocument, query, [...parameters, page.limit, page.offset]),
    };
  }

  links(issueId: string): readonly IssueLink[] {
    const key = this.findIssue(issueId)?.key;
    if (key === undefined) return [];
    const query = 'SELECT * FROM link WHERE source_key = ? OR target_key = ? ORDER BY type, CAST(id AS INTEGER)';
    return linkRows.parse(this.#database.prepare(query).all([key, key])).map((link) => ({
      id: link.id,
      type: link.type,
      outward: link.outward,
      inward: link.inward,
      direction: link.source_key === key ? 'outward' : 'inward',
      otherKey: link.source_key === key ? link.target_key : link.source_key,
    }));
  }

  children(issueKey: string): readonly Issue[] {
    const query = 'SELECT document FROM issue WHERE parent_key = ? ORDER BY number';
    return documents(this.#database, issueDocument, query, [issueKey]);
  }

  linkTypes(): readonly LinkType[] {
    const query = 'SELECT DISTINCT type AS name, outward, inward FROM link ORDER BY type';
    return typeRows.parse(this.#database.prepare(query).all([])).map((type) => ({
      id: idOfName('issueLinkType', type.name),
      ...type,
    }));
  }

  history(issueId: string): readonly Change[] {
    const query = 'SELECT document FROM change WHERE issue_id = ? ORDER BY position';
    return documents(this.#database, changeDocument, query, [issueId]);
  }

  deleteIssue(idOrKey: string): void {
    const issue = this.findIssue(idOrKey);
    if (!issue) return;
    this.#atomically(() => {
      this.#database.prepare('DELETE FROM link WHERE source_key = ? OR target_key = ?').run([issue.key, issue.key]);
      this.#database.prepare('DELETE FROM change WHERE issue_id = ?').run([issue.id]);
      this.#database.prepare('DELETE FROM issue WHERE id = ?').run([issue.id]);
    });
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
    if (!person?.active || !this.findProject('issue' in on ? on.issue.projectId : on.projectId)) return false;
    return roleAllows(person.role, permission, 'issue' in on && on.issue.restricted);
  }

  close(): void {
    this.#database.close();
  }

  #atomically(write: () => void): void {
    this.#database.transaction(write).immediate();
  }
}
