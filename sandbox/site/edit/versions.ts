import { z } from 'zod';
import type { Doer, Issue, NewVersion, Version } from '../../api';
import { newIdentifier } from '../identifiers';
import { saveIssue } from '../issueRows';
import { documents } from '../rows';
import { issueDocument, versionDocument } from '../schema';
import { doerOf, getProject, type Editing } from './editing';

const projectRow = z.array(z.object({ project_id: z.string() }));

function getVersion({ database }: Editing, id: string): { readonly version: Version; readonly projectId: string } {
  const version = documents(database, versionDocument, 'SELECT document FROM version WHERE id = ?', [id])[0];
  const owner = projectRow.parse(database.prepare('SELECT project_id FROM version WHERE id = ?').all([id]))[0];
  if (!version || !owner) throw new Error(`The site has no version ${id}.`);
  return { version, projectId: owner.project_id };
}

function issuesWith({ database }: Editing, projectId: string, versionId: string): readonly Issue[] {
  const carries = `EXISTS (SELECT 1 FROM json_each(document, '$.fixVersions') WHERE value ->> 'id' = ?)`;
  const query = `SELECT document FROM issue WHERE project_id = ? AND ${carries}`;
  return documents(database, issueDocument, query, [projectId, versionId]);
}

export function createVersion(editing: Editing, given: NewVersion): Version {
  const { database, site } = editing;
  const project = getProject(editing, given.project);
  if (site.versions(project.id).some(({ name }) => name === given.name)) {
    throw new Error(`${project.key} has a version "${given.name}" already.`);
  }
  const version = {
    id: newIdentifier(database, 'version', `${project.key}/${given.name}`),
    name: given.name,
    released: given.released ?? false,
    releaseDate: given.releaseDate ?? null,
  };
  database
    .prepare(
      'INSERT INTO version (id, project_id, position, document) SELECT ?, ?, coalesce(max(position) + 1, 0), ? FROM version WHERE project_id = ?',
    )
    .run([version.id, project.id, JSON.stringify(version), project.id]);
  editing.announce({ of: 'version', what: 'created', version, projectId: project.id, by: given.by ?? null });
  return version;
}

export function updateVersion(
  editing: Editing,
  id: string,
  changes: Partial<Omit<Version, 'id'>>,
  doer?: Doer,
): Version {
  const { version: before, projectId } = getVersion(editing, id);
  const version: Version = { ...before, ...changes };
  editing.database.prepare('UPDATE version SET document = ? WHERE id = ?').run([JSON.stringify(version), id]);
  for (const issue of issuesWith(editing, projectId, id)) {
    const fixVersions = issue.fixVersions.map((carried) => (carried.id === id ? version : carried));
    saveIssue(editing.database, { ...issue, fixVersions });
  }
  const by = doerOf(doer);
  if (version.name !== before.name || version.releaseDate !== before.releaseDate) {
    editing.announce({ of: 'version', what: 'updated', version, projectId, by });
  }
  if (version.released !== before.released) {
    editing.announce({ of: 'version', what: version.released ? 'released' : 'unreleased', version, projectId, by });
  }
  return version;
}

export function deleteVersion(editing: Editing, id: string, doer?: Doer): void {
  const { version, projectId } = getVersion(editing, id);
  for (const issue of issuesWith(editing, projectId, id)) {
    saveIssue(editing.database, { ...issue, fixVersions: issue.fixVersions.filter((carried) => carried.id !== id) });
  }
  editing.database.prepare('DELETE FROM version WHERE id = ?').run([id]);
  editing.announce({ of: 'version', what: 'deleted', version, projectId, by: doerOf(doer) });
}
