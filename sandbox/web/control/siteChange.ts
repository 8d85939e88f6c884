import type { Doer, SiteStore } from '../../api';
import type { SiteRequest } from './platformSchemas';

type IssueAction =
  | 'createIssue'
  | 'updateIssue'
  | 'moveIssue'
  | 'archiveIssue'
  | 'unarchiveIssue'
  | 'deleteIssue'
  | 'addLink'
  | 'removeLink';

function doerOf(request: SiteRequest): Doer {
  return 'by' in request ? { by: request.by } : {};
}

function changeVersionsAndProjects(
  site: SiteStore,
  request: Exclude<SiteRequest, { readonly action: IssueAction }>,
): unknown {
  const doer = doerOf(request);
  switch (request.action) {
    case 'createVersion': {
      const { action: _action, ...version } = request;
      return site.createVersion(version);
    }
    case 'updateVersion':
      return site.updateVersion(request.id, request.changes, doer);
    case 'deleteVersion':
      site.deleteVersion(request.id, doer);
      return null;
    case 'createProject':
      return site.createProject(request);
    case 'deleteProject':
      site.deleteProject(request.project, { permanently: request.permanently ?? false });
      return null;
    case 'restoreProject':
      return site.restoreProject(request.project);
    case 'archiveProject':
      return site.archiveProject(request.project);
    case 'unarchiveProject':
      return site.unarchiveProject(request.project);
  }
}

/**
 * Does what a user of the site would do.
 *
 * @returns what was made or changed, if anything is left of it.
 * @throws Error when the site has not what the request names.
 */
export function changeSite(site: SiteStore, request: SiteRequest): unknown {
  const doer = doerOf(request);
  switch (request.action) {
    case 'createIssue': {
      const { action: _action, ...issue } = request;
      return site.createIssue(issue);
    }
    case 'updateIssue':
      return site.updateIssue(request.issue, request.changes, doer);
    case 'moveIssue':
      return site.moveIssue(request.issue, request.project, doer);
    case 'archiveIssue':
      return site.archiveIssue(request.issue);
    case 'unarchiveIssue':
      return site.unarchiveIssue(request.issue);
    case 'deleteIssue':
      site.deleteIssue(request.issue, doer);
      return null;
    case 'addLink':
      return site.addLink(request);
    case 'removeLink':
      site.removeLink(request.id, doer);
      return null;
    default:
      return changeVersionsAndProjects(site, request);
  }
}
