import { z } from 'zod';
import type { Issue } from '../../api';
import { isProjectPermission, PROJECT_PERMISSIONS } from '../../site/permissions';
import { answer, JiraRefusal } from '../answer';
import { idOfName } from '../../names';
import { commaList, type JiraCall, type Operation } from '../operation';
import { Viewer } from '../viewer';
import { GLOBAL_PERMISSIONS, OTHER_PROJECT_PERMISSIONS } from './permissionKeys';

/** Issues and projects that one call may ask about. */
const MOST = 1_000;

const ids = z.array(z.number().int()).default([]);
const checkBody = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).default([]),
  projectPermissions: z.array(z.object({ permissions: z.array(z.string()), issues: ids, projects: ids })).default([]),
});
const mineQuery = z.object({
  permissions: commaList,
  projectKey: z.string().optional(),
  projectId: z.string().optional(),
  issueKey: z.string().optional(),
  issueId: z.string().optional(),
});

type Place = { readonly projectId: string } | { readonly issue: Issue };

function holds(viewer: Viewer, permission: string, place: Place): boolean {
  if (isProjectPermission(permission)) return viewer.may(permission, place);
  return viewer.isSiteAdmin && viewer.may('BROWSE_PROJECTS', place);
}

function refuseUnknown(permissions: readonly string[], known: readonly string[]): void {
  const unknown = permissions.filter((permission) => !known.includes(permission));
  if (unknown.length > 0) throw new JiraRefusal(400, `Unrecognized permission(s): ${unknown.join(', ')}`);
}

function checkedViewer({ viewer, site }: JiraCall, accountId: string | undefined): Viewer {
  if (accountId === undefined || accountId === viewer.accountId) return viewer;
  if (!viewer.isSiteAdmin) throw new JiraRefusal(403, 'Only administrators may check the permissions of others.');
  return new Viewer(site, accountId);
}

/** POST /rest/api/3/permissions/check: says for which of the issues and projects each permission is held. */
export const getBulkPermissions: Operation = (call) => {
  const { accountId, globalPermissions, projectPermissions } = checkBody.parse(call.body);
  const viewer = checkedViewer(call, accountId);
  const asked = projectPermissions.flatMap(({ permissions }) => permissions);
  refuseUnknown(asked, [...PROJECT_PERMISSIONS, ...OTHER_PROJECT_PERMISSIONS]);
  refuseUnknown(globalPermissions, GLOBAL_PERMISSIONS);
  const allIssues = new Set(projectPermissions.flatMap(({ issues }) => issues));
  const allProjects = new Set(projectPermissions.flatMap(({ projects }) => projects));
  if (allIssues.size > MOST || allProjects.size > MOST) {
    throw new JiraRefusal(400, `Permissions can be checked for at most ${MOST} issues and ${MOST} projects.`);
  }
  const issuesAsked = call.site.issuesById([...allIssues].map(String));
  const granted = [...new Set(asked)].map((permission) => {
    const concerned = projectPermissions.filter(({ permissions }) => permissions.includes(permission));
    const wanted = new Set(concerned.flatMap((one) => one.issues));
    const issues = issuesAsked
      .filter((issue) => wanted.has(Number(issue.id)) && holds(viewer, permission, { issue }))
      .map(({ id }) => Number(id));
    const projects = [...new Set(concerned.flatMap((one) => one.projects))].filter((id) =>
      holds(viewer, permission, { projectId: String(id) }),
    );
    return { permission, issues, projects };
  });
  const body = { globalPermissions: viewer.isSiteAdmin ? globalPermissions : [], projectPermissions: granted };
  const given = granted.filter(({ issues, projects }) => issues.length + projects.length > 0);
  return answer(body, { identityObjects: given.length + body.globalPermissions.length });
};

function placeOf({ site, viewer }: JiraCall, query: z.output<typeof mineQuery>): Place | null {
  const issue = query.issueId ?? query.issueKey;
  if (issue !== undefined) return { issue: viewer.getIssue(issue) };
  const project = query.projectId ?? query.projectKey;
  if (project === undefined) return null;
  const found = site.findProject(project);
  if (!found || !viewer.may('BROWSE_PROJECTS', { projectId: found.id })) {
    throw new JiraRefusal(404, `No project could be found with key or id '${project}'.`);
  }
  return { projectId: found.id };
}

/** GET /rest/api/3/mypermissions */
export const getMyPermissions: Operation = (call) => {
  const query = mineQuery.parse(call.query);
  if (query.permissions.length === 0) throw new JiraRefusal(400, "The 'permissions' query parameter is required.");
  refuseUnknown(query.permissions, [...PROJECT_PERMISSIONS, ...OTHER_PROJECT_PERMISSIONS, ...GLOBAL_PERMISSIONS]);
  const place = placeOf(call, query);
  const places: readonly Place[] = place ? [place] : call.site.projects().map(({ id }) => ({ projectId: id }));
  const permissions = query.permissions.map((key) => {
    const isGlobal = GLOBAL_PERMISSIONS.includes(key);
    const havePermission = isGlobal ? call.viewer.isSiteAdmin : places.some((one) => holds(call.viewer, key, one));
    const bean = {
      id: idOfName('permission', key),
      key,
      name: key,
      type: isGlobal ? 'GLOBAL' : 'PROJECT',
      description: '',
      havePermission,
    };
    return [key, bean] as const;
  });
  const identityObjects = permissions.filter(([, { havePermission }]) => havePermission).length;
  return answer({ permissions: Object.fromEntries(permissions) }, { identityObjects });
};
