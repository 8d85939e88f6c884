import { seesRestricted } from '../site/permissions';
import type { Issue, Person, Project, SiteStore } from '../api';

/** The issue, if it exists and the viewer may see it. */
export function findVisibleIssue(site: SiteStore, viewer: Person, idOrKey: string): Issue | null {
  const issue = site.findIssue(idOrKey);
  return issue !== null && site.allows(viewer.accountId, 'BROWSE_PROJECTS', { issue }) ? issue : null;
}

/** The project, if it exists and the viewer may see it. */
export function findVisibleProject(site: SiteStore, viewer: Person, idOrKey: string): Project | null {
  const project = site.findProject(idOrKey);
  if (project === null) return null;
  return site.allows(viewer.accountId, 'BROWSE_PROJECTS', { projectId: project.id }) ? project : null;
}

/** The project's issues that the viewer may see, and how many of these there are. */
export function visibleIssues(
  site: SiteStore,
  viewer: Person,
  projectId: string,
  page: { readonly offset: number; readonly limit: number; readonly text?: string },
): { readonly total: number; readonly issues: readonly Issue[] } {
  if (seesRestricted(viewer.role)) return site.issues(projectId, page);
  const { issues } = site.issues(projectId, { ...page, offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const visible = issues.filter((issue) => site.allows(viewer.accountId, 'BROWSE_PROJECTS', { issue }));
  return { total: visible.length, issues: visible.slice(page.offset, page.offset + page.limit) };
}
