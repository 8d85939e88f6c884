import type { Issue, Project, ShownAt, SiteStore } from '../api';
import type { Manifest } from '../manifest';
import { idOfName } from '../names';
import { macroExtension, pageExtension } from './macroPlace';
import { CLOUD_ID, ENVIRONMENT_ID, ENVIRONMENT_TYPE, SITE_URL } from './installation';

/** Where a module is shown, and to whom. */
export interface ModulePlace extends ShownAt {
  readonly moduleKey: string;
  readonly accountId: string;
}

function issueExtension(site: SiteStore, issue: Issue) {
  const project = site.findProject(issue.projectId);
  return {
    issue: { id: issue.id, key: issue.key, type: issue.type, typeId: idOfName('issuetype', issue.type) },
    project: { id: issue.projectId, key: project?.key, type: 'software' },
    isNewToIssue: false,
    location: `${SITE_URL}/browse/${issue.key}`,
  };
}

function projectExtension({ id, key }: Project) {
  return { project: { id, key, type: 'software' }, location: `${SITE_URL}/jira/software/projects/${key}/settings` };
}

/** What the product says about the place where a module is shown; the same for the page and for the resolver. */
export function moduleContext(
  site: SiteStore,
  manifest: Manifest,
  { moduleKey, accountId, issueIdOrKey, projectIdOrKey, macro, pageId }: ModulePlace,
) {
  const issue = issueIdOrKey === undefined ? null : site.findIssue(issueIdOrKey);
  const project = projectIdOrKey === undefined ? null : site.findProject(projectIdOrKey);
  const person = site.findPerson(accountId);
  return {
    cloudId: CLOUD_ID,
    // A macro has an id of its own, everything else that of its module.
    localId: macro?.localId ?? `ari:cloud:ecosystem::extension/${manifest.appId}/${ENVIRONMENT_ID}/static/${moduleKey}`,
    environmentId: ENVIRONMENT_ID,
    environmentType: ENVIRONMENT_TYPE,
    moduleKey,
    siteUrl: SITE_URL,
    timezone: person?.timeZone ?? 'UTC',
    locale: person?.locale ?? 'en-US',
    extension: {
      type: manifest.module(moduleKey).type,
      ...(issue ? issueExtension(site, issue) : {}),
      ...(project ? projectExtension(project) : {}),
      ...(macro ? macroExtension(site, macro) : {}),
      ...(pageId === undefined ? {} : pageExtension(site, pageId)),
    },
  };
}
