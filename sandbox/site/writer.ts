import type Database from 'libsql';
import type { IssueData, LinkData, Person, ProjectData, Version } from '../api';
import { identifierOf } from './identifiers';
import { issueWriter } from './issueRows';

/** Removes a project for good. To be called in a transaction. */
export function removeProject(database: Database.Database, projectId: string): void {
  const issues = 'SELECT id FROM issue WHERE project_id = ?';
  const keys = 'SELECT key FROM issue WHERE project_id = ?';
  for (const table of ['change', 'issue_property']) {
    database.prepare(`DELETE FROM ${table} WHERE issue_id IN (${issues})`).run([projectId]);
  }
  database
    .prepare(`DELETE FROM link WHERE source_key IN (${keys}) OR target_key IN (${keys})`)
    .run([projectId, projectId]);
  database.prepare(`DELETE FROM former_key WHERE issue_id IN (${issues})`).run([projectId]);
  for (const table of ['issue', 'version']) {
    database.prepare(`DELETE FROM ${table} WHERE project_id = ?`).run([projectId]);
  }
  database.prepare('DELETE FROM project WHERE id = ?').run([projectId]);
}

/** Adds people whom the site does not know yet; those it knows keep their role and name. */
export function addPeople(database: Database.Database, people: readonly Person[]): void {
  const insert = database.prepare(
    'INSERT INTO person (account_id, position, document) SELECT ?, count(*), ? FROM person WHERE TRUE ON CONFLICT DO NOTHING',
  );
  for (const person of people) insert.run([person.accountId, JSON.stringify(person)]);
}

/** Puts what is now known of somebody in place of what was. */
export function changePerson(database: Database.Database, person: Person): Person {
  const update = 'UPDATE person SET document = ? WHERE account_id = ?';
  database.prepare(update).run([JSON.stringify(person), person.accountId]);
  return person;
}

function addVersions(database: Database.Database, projectId: string, data: ProjectData): ReadonlyMap<string, Version> {
  const insert = database.prepare('INSERT INTO version (id, project_id, position, document) VALUES (?, ?, ?, ?)');
  const versions = new Map<string, Version>();
  for (const [position, { name, released, releaseDate }] of data.versions.entries()) {
    const version = { id: identifierOf(database, 'version', `${data.key}/${name}`), name, released, releaseDate };
    insert.run([version.id, projectId, position, JSON.stringify(version)]);
    versions.set(name, version);
  }
  return versions;
}

function addIssues(
  database: Database.Database,
  projectId: string,
  issues: readonly IssueData[],
  versions: ReadonlyMap<string, Version>,
): void {
  const write = issueWriter(database);
  for (const { history, fixVersions, ...fields } of issues) {
    const id = identifierOf(database, 'issue', fields.key);
    const inVersions = fixVersions.flatMap((name) => versions.get(name) ?? []);
    write({ ...fields, id, projectId, fixVersions: inVersions }, history);
  }
}

function addLinks(database: Database.Database, links: readonly LinkData[]): void {
  const insert = database.prepare(
    'INSERT INTO link (id, type, outward, inward, source_key, target_key) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const insertType = database.prepare('INSERT OR IGNORE INTO link_type (name, outward, inward) VALUES (?, ?, ?)');
  for (const { type, outward, inward, from, to } of links) {
    insertType.run([type, outward, inward]);
    insert.run([identifierOf(database, 'link', `${type}/${from}/${to}`), type, outward, inward, from, to]);
  }
}

/** Puts the project in place of the one with the same key. To be called in a transaction. */
export function replaceProject(database: Database.Database, data: ProjectData): void {
  const projectId = identifierOf(database, 'project', data.key);
  removeProject(database, projectId);
  addPeople(database, data.people);
  const project = { id: projectId, key: data.key, name: data.name };
  database
    .prepare('INSERT INTO project (id, key, document) VALUES (?, ?, ?)')
    .run([projectId, data.key, JSON.stringify(project)]);
  addIssues(database, projectId, data.issues, addVersions(database, projectId, data));
  addLinks(database, data.links);
}
