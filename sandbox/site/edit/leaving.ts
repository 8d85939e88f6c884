import type { Doer, Issue } from '../../api';
import { nameIdentifier } from '../identifiers';
import { numberOf, retireNumber, saveIssue, takeKey } from '../issueRows';
import { doerOf, getIssue, getProject, type Editing } from './editing';
import { recordUpdate } from './issues';

function setParentOfChildren({ database, site }: Editing, key: string, parentKey: string | null): void {
  for (const child of site.children(key)) saveIssue(database, { ...child, parentKey });
}

/** Moves an issue into another project; versions and components stay behind, as they belong to projects. */
export function moveIssue(editing: Editing, idOrKey: string, projectIdOrKey: string, doer?: Doer): Issue {
  const { database, site } = editing;
  const before = getIssue(editing, idOrKey);
  const project = getProject(editing, projectIdOrKey);
  if (project.id === before.projectId) return before;
  const from = site.findProject(before.projectId);
  const key = takeKey(database, project.id, project.key);
  retireNumber(database, before.projectId, numberOf(before.key));
  nameIdentifier(database, 'issue', before.key, key);
  database.prepare('INSERT OR REPLACE INTO former_key (key, issue_id) VALUES (?, ?)').run([before.key, before.id]);
  for (const end of ['source_key', 'target_key']) {
    database.prepare(`UPDATE link SET ${end} = ? WHERE ${end} = ?`).run([key, before.key]);
  }
  setParentOfChildren(editing, before.key, key);
  const moved: Issue = { ...before, key, projectId: project.id, fixVersions: [], components: [] };
  const changes = [
    { field: 'project', from: from?.name ?? null, to: project.name, fromId: before.projectId, toId: project.id },
    { field: 'Key', from: before.key, to: key },
  ];
  return recordUpdate(editing, moved, changes, doer);
}

function removeRows({ database }: Editing, issue: Issue): void {
  retireNumber(database, issue.projectId, numberOf(issue.key));
  database.prepare('DELETE FROM link WHERE source_key = ? OR target_key = ?').run([issue.key, issue.key]);
  database.prepare('DELETE FROM change WHERE issue_id = ?').run([issue.id]);
  database.prepare('DELETE FROM issue_property WHERE issue_id = ?').run([issue.id]);
  database.prepare('DELETE FROM former_key WHERE issue_id = ?').run([issue.id]);
  database.prepare('DELETE FROM issue WHERE id = ?').run([issue.id]);
}

/** Only the deleted issue itself is announced: Jira sends no events for what goes with it. */
export function deleteIssue(editing: Editing, idOrKey: string, doer?: Doer): void {
  const issue = editing.site.findIssue(idOrKey);
  if (!issue) return;
  for (const child of editing.site.children(issue.key)) if (child.subtask) removeRows(editing, child);
  setParentOfChildren(editing, issue.key, null);
  editing.announce({ of: 'issue', what: 'deleted', issue: getIssue(editing, issue.id), by: doerOf(doer) });
  removeRows(editing, issue);
}
