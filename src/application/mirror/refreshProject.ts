import { runsOut } from './deadline';
import { beginJob } from './job';
import { UNKNOWN_KEY } from './ports';
import type { MirrorOutside, MirrorProject } from './ports';

/** The project's versions as they are; issues of a version that exists no more are read anew. */
export async function refreshVersions(outside: MirrorOutside, projectId: string): Promise<void> {
  const fetchedAt = outside.now();
  const versions = await outside.source.versions(projectId);
  await outside.mirror.saveVersions(projectId, versions, fetchedAt, outside.newId());
}

async function end(outside: MirrorOutside, { id }: MirrorProject, fetchedAt: number): Promise<void> {
  await outside.mirror.projectGone(id, fetchedAt);
  await outside.mirror.noteChildrenElsewhere(id, outside.newId());
  await outside.mirror.issuesOfProjectGone(id, fetchedAt);
}

/**
 * Asks Jira for a project whose events or searches said that something happened to it. One that is gone takes its
 * issues with it, since Jira sends no events for them; one that is back, or has another key, is read whole.
 */
export async function refreshProject(outside: MirrorOutside, project: MirrorProject): Promise<void> {
  const fetchedAt = outside.now();
  const found = await outside.source.project(project.id);
  if (found === null) await end(outside, project, fetchedAt);
  else {
    const renamed = project.key !== found.key && project.key !== UNKNOWN_KEY;
    if (renamed) await outside.mirror.renamed(project.id, found.key);
    const unread = project.rebuiltAt === null && project.phase === 'none';
    if (project.state === 'gone' || renamed || unread) {
      await beginJob(outside, { ...project, key: found.key }, 'issues');
    }
    await refreshVersions(outside, project.id);
  }
  if (project.refreshMark !== null) await outside.mirror.refreshed(project.id, project.refreshMark);
}

/** Does so for every project that was noted. */
export async function refreshProjects(outside: MirrorOutside): Promise<void> {
  for (const project of await outside.mirror.projects()) {
    if (project.refreshMark !== null && !runsOut(outside)) await refreshProject(outside, project);
  }
}
