import type { Project } from '../../api';
import { newIdentifier } from '../identifiers';
import { documents } from '../rows';
import { projectDocument } from '../schema';
import { removeProject } from '../writer';
import { getProject, type Editing } from './editing';

export function createProject(
  editing: Editing,
  { key, name }: { readonly key: string; readonly name: string },
): Project {
  const { database, site } = editing;
  if (site.findProject(key)) throw new Error(`The site has a project "${key}" already.`);
  const project = { id: newIdentifier(database, 'project', key), key, name };
  database
    .prepare('INSERT INTO project (id, key, document) VALUES (?, ?, ?)')
    .run([project.id, key, JSON.stringify(project)]);
  editing.announce({ of: 'project', what: 'created', project, by: null });
  return project;
}

export function deleteProject(editing: Editing, idOrKey: string, permanently: boolean): void {
  const { database } = editing;
  const project = permanently
    ? (binned(editing, idOrKey) ?? getProject(editing, idOrKey))
    : getProject(editing, idOrKey);
  if (permanently) removeProject(database, project.id);
  else database.prepare('UPDATE project SET trashed = 1 WHERE id = ?').run([project.id]);
  editing.announce({ of: 'project', what: permanently ? 'deleted' : 'softdeleted', project, by: null });
}

function binned({ database }: Editing, idOrKey: string): Project | null {
  const query = 'SELECT document FROM project WHERE trashed = 1 AND (id = ? OR key = ?)';
  return documents(database, projectDocument, query, [idOrKey, idOrKey.toUpperCase()])[0] ?? null;
}

export function restoreProject(editing: Editing, idOrKey: string): Project {
  const project = binned(editing, idOrKey);
  if (!project) throw new Error(`There is no project "${idOrKey}" in the bin.`);
  editing.database.prepare('UPDATE project SET trashed = 0 WHERE id = ?').run([project.id]);
  editing.announce({ of: 'project', what: 'restored', project, by: null });
  return project;
}

export function setProjectArchived(editing: Editing, idOrKey: string, archived: boolean): Project {
  const project = { ...getProject(editing, idOrKey), archived };
  editing.database.prepare('UPDATE project SET document = ? WHERE id = ?').run([JSON.stringify(project), project.id]);
  editing.announce({ of: 'project', what: archived ? 'archived' : 'unarchived', project, by: null });
  return project;
}
