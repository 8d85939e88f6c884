import type { ModelledRoute, Route } from '../rest/route';
import type { Operation } from './operation';
import { bulkFetchIssues, getBulkChangelogs, getChangeLogs } from './operations/bulk';
import { getFields, getServerInfo, getStatuses } from './operations/catalogue';
import {
  deleteIssueProperty,
  getIssueProperty,
  getIssuePropertyKeys,
  setIssueProperty,
} from './operations/issueProperties';
import { notify } from './operations/notify';
import { getEditIssueMeta, getIssue, getIssueLink, getIssueLinkTypes } from './operations/issues';
import { getBulkPermissions, getMyPermissions } from './operations/permissions';
import { getProject, getProjectVersions, getProjectVersionsPaginated, searchProjects } from './operations/projects';
import { countIssues, searchByBody, searchByQuery } from './operations/search';
import { bulkGetUsers, findUsers, getCurrentUser, getUser } from './operations/users';
import type { Viewer } from './viewer';

const modelled = (
  operationId: string,
  operation: Operation,
  method: string,
  path: string,
  ...scopes: readonly string[]
): ModelledRoute<Viewer> => ({ operationId, operation, method, path: `/rest/api/3/${path}`, scopes });

const [WORK, WRITE, USER] = ['read:jira-work', 'write:jira-work', 'read:jira-user'] as const;
const PROPERTY = 'issue/{issueIdOrKey}/properties/{propertyKey}';

/** What the sandbox answers itself; the rest of Jira's API is answered with 501. */
export const MODELLED: readonly ModelledRoute<Viewer>[] = [
  modelled('getIssue', getIssue, 'get', 'issue/{issueIdOrKey}', WORK),
  modelled('getEditIssueMeta', getEditIssueMeta, 'get', 'issue/{issueIdOrKey}/editmeta', WORK),
  modelled('getIssueLinkTypes', getIssueLinkTypes, 'get', 'issueLinkType', WORK),
  modelled('getChangeLogs', getChangeLogs, 'get', 'issue/{issueIdOrKey}/changelog', WORK),
  modelled('getIssuePropertyKeys', getIssuePropertyKeys, 'get', 'issue/{issueIdOrKey}/properties', WORK),
  modelled('getIssueProperty', getIssueProperty, 'get', PROPERTY, WORK),
  modelled('setIssueProperty', setIssueProperty, 'put', PROPERTY, WRITE),
  modelled('deleteIssueProperty', deleteIssueProperty, 'delete', PROPERTY, WRITE),
  modelled('notify', notify, 'post', 'issue/{issueIdOrKey}/notify', WRITE),
  modelled('bulkFetchIssues', bulkFetchIssues, 'post', 'issue/bulkfetch', WORK),
  modelled('getBulkChangelogs', getBulkChangelogs, 'post', 'changelog/bulkfetch', WORK),
  modelled('searchAndReconsileIssuesUsingJql', searchByQuery, 'get', 'search/jql', WORK),
  modelled('searchAndReconsileIssuesUsingJqlPost', searchByBody, 'post', 'search/jql', WORK),
  modelled('countIssues', countIssues, 'post', 'search/approximate-count', WORK),
  modelled('getIssueLink', getIssueLink, 'get', 'issueLink/{linkId}', WORK),
  modelled('getStatuses', getStatuses, 'get', 'status', WORK),
  modelled('getServerInfo', getServerInfo, 'get', 'serverInfo'),
  modelled('getFields', getFields, 'get', 'field', WORK),
  modelled('getBulkPermissions', getBulkPermissions, 'post', 'permissions/check'),
  modelled('getMyPermissions', getMyPermissions, 'get', 'mypermissions', WORK),
  modelled('getCurrentUser', getCurrentUser, 'get', 'myself', USER),
  modelled('getUser', getUser, 'get', 'user', USER),
  modelled('findUsers', findUsers, 'get', 'user/search', USER),
  modelled('bulkGetUsers', bulkGetUsers, 'get', 'user/bulk', USER),
  modelled('searchProjects', searchProjects, 'get', 'project/search', WORK),
  modelled('getProject', getProject, 'get', 'project/{projectIdOrKey}', WORK),
  modelled('getProjectVersions', getProjectVersions, 'get', 'project/{projectIdOrKey}/versions', WORK),
  modelled('getProjectVersionsPaginated', getProjectVersionsPaginated, 'get', 'project/{projectIdOrKey}/version', WORK),
];

/**
 * End points that Atlassian has taken away although the document still lists them.
 *
 * @see https://developer.atlassian.com/changelog/#CHANGE-2046
 */
export const REMOVED: readonly (Route & { readonly message: string })[] = ['get', 'post'].map((method) => ({
  method,
  path: '/rest/api/3/search',
  message: 'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.',
}));
