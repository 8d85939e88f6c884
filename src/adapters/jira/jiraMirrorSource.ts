import { route } from '@forge/api';
import { z } from 'zod';
import type { IssueQuery, MirrorSource, Page } from '../../application/mirror/ports';
import type { StatusChange } from '../../domain/mirror/days';
import { askJiraAsApp, isRejection } from './jiraClient';
import * as shapes from './mirrorShapes';

const ISSUES_PER_PAGE = 100;
const IDS_PER_PAGE = 5_000;
const CHANGES_PER_PAGE = 5_000;

const searchAnswer = <Item extends z.ZodType>(item: Item) =>
  z.object({ issues: z.array(item), nextPageToken: z.string().nullish(), isLast: z.boolean().optional() });
const bulkAnswer = z.object({
  issues: z.array(shapes.issueShape),
  issueErrors: z.array(z.object({ id: z.string().optional() })).optional(),
});
const projectAnswer = z.object({
  key: z.string(),
  archived: z.boolean().optional(),
  deleted: z.boolean().optional(),
});

/** Ids are digits; anything else would be JQL of its own. */
function numeric(id: string): string {
  if (!/^\d+$/u.test(id)) throw new TypeError('Not an id of Jira');
  return id;
}

function jqlOf({ projectId, changedWithinMinutes }: IssueQuery): string {
  const project = `project = ${numeric(projectId)}`;
  // Relative, because a time of day would be read in the app user's time zone.
  return changedWithinMinutes === undefined
    ? `${project} ORDER BY id ASC`
    : `${project} AND updated >= -${changedWithinMinutes}m ORDER BY updated ASC, id ASC`;
}

async function search<Item extends z.ZodType>(
  body: object,
  token: string | null,
  item: Item,
): Promise<Page<z.output<Item>>> {
  const page = token === null ? body : { ...body, nextPageToken: token };
  try {
    const answer = await askJiraAsApp({ route: route`/rest/api/3/search/jql`, body: page }, searchAnswer(item));
    return answer === null ? 'refused' : { items: answer.issues, next: answer.nextPageToken ?? null };
  } catch (error) {
    if (isRejection(error)) return 'refused';
    throw error;
  }
}

async function changesOf(ids: readonly string[]): Promise<Map<string, StatusChange[]>> {
  const changes = new Map<string, StatusChange[]>();
  let token: string | null = null;
  do {
    const asked = { issueIdsOrKeys: ids, fieldIds: ['status'], maxResults: CHANGES_PER_PAGE };
    const body: object = token === null ? asked : { ...asked, nextPageToken: token };
    const answer: z.output<typeof shapes.changelogShape> | null = await askJiraAsApp(
      { route: route`/rest/api/3/changelog/bulkfetch`, body },
      shapes.changelogShape,
    );
    for (const { issueId, changeHistories } of answer?.issueChangeLogs ?? []) {
      changes.set(issueId, [...(changes.get(issueId) ?? []), ...shapes.statusChangesOf(changeHistories)]);
    }
    token = answer?.nextPageToken ?? null;
  } while (token !== null);
  return changes;
}

/**
 * What the mirror reads, asked as the app: 1 point a call and 1 for each issue, version or status.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
 */
export const jiraMirrorSource: MirrorSource = {
  async issues(ids) {
    const body = { issueIdsOrKeys: ids, fields: shapes.MIRRORED_FIELDS };
    const answer = await askJiraAsApp({ route: route`/rest/api/3/issue/bulkfetch`, body }, bulkAnswer);
    // Jira lists here what it could not give now; what does not exist is simply missing.
    const failed = (answer?.issueErrors ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]));
    return { found: (answer?.issues ?? []).map(shapes.toMirrored), failed };
  },

  async page(query, token) {
    const body = { jql: jqlOf(query), fields: shapes.MIRRORED_FIELDS, maxResults: ISSUES_PER_PAGE };
    const page = await search(body, token, shapes.issueShape);
    return page === 'refused' ? page : { items: page.items.map(shapes.toMirrored), next: page.next };
  },

  async idPage(projectId, token) {
    const body = { jql: jqlOf({ projectId }), fields: ['id'], maxResults: IDS_PER_PAGE };
    const page = await search(body, token, z.object({ id: z.string() }));
    return page === 'refused' ? page : { items: page.items.map(({ id }) => id), next: page.next };
  },

  async childrenElsewhere(projectId, parentIds) {
    const jql = `parent in (${parentIds.map(numeric).join(', ')}) AND project != ${numeric(projectId)} ORDER BY id ASC`;
    const body = { jql, fields: ['id'], maxResults: IDS_PER_PAGE };
    const page = await search(body, null, z.object({ id: z.string() }));
    // A parent that has gone meanwhile makes Jira refuse the whole query; the weekly reading finds the rest.
    return page === 'refused' ? [] : page.items.map(({ id }) => id);
  },

  async count(projectId) {
    const body = { jql: `project = ${numeric(projectId)}` };
    try {
      const counted = { route: route`/rest/api/3/search/approximate-count`, body };
      return (await askJiraAsApp(counted, z.object({ count: z.number() })))?.count ?? null;
    } catch (error) {
      if (isRejection(error)) return null;
      throw error;
    }
  },

  statusChanges: changesOf,

  async statusCategories() {
    const statuses = await askJiraAsApp({ route: route`/rest/api/3/status` }, z.array(shapes.statusShape));
    return new Map((statuses ?? []).map(({ id, statusCategory }) => [id, shapes.categoryOf(statusCategory.key)]));
  },

  async project(id) {
    const project = await askJiraAsApp({ route: route`/rest/api/3/project/${id}` }, projectAnswer);
    return project === null || project.archived === true || project.deleted === true ? null : { key: project.key };
  },

  async versions(projectId) {
    const found = { route: route`/rest/api/3/project/${projectId}/versions` };
    return (await askJiraAsApp(found, z.array(shapes.versionShape))) ?? [];
  },
};
