import { route } from '@forge/api';
import { z } from 'zod';
import type { MirrorSource, Page } from '../../application/mirror/ports';
import type { StatusChange } from '../../domain/mirror/days';
import { Refusal } from '../../application/refusal';
import { askJiraAsApp, isRejection } from './jiraClient';
import * as shapes from './mirrorShapes';

const ISSUES_PER_PAGE = 100;
const IDS_PER_PAGE = 5_000;
const CHANGES_PER_PAGE = 5_000;
const NO_ANSWER: ReadonlySet<string> = new Set(['JIRA_TIMED_OUT', 'JIRA_UNAVAILABLE']);

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

function byId(projectId: string): string {
  return `project = ${numeric(projectId)} ORDER BY id ASC`;
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

/**
 * Histories cost no points when they come along with their issues. They can be large, with every text that a description
 * ever had: a page that Jira does not give with them is asked for without.
 */
async function searchWithChanges(body: object, token: string | null) {
  try {
    return await search({ ...body, expand: 'changelog' }, token, shapes.issueWithChangesShape);
  } catch (error) {
    if (!(error instanceof Refusal) || !NO_ANSWER.has(error.code)) throw error;
    return search(body, token, shapes.issueWithChangesShape);
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

  async page(projectId, token) {
    const body = { jql: byId(projectId), fields: shapes.MIRRORED_FIELDS, maxResults: ISSUES_PER_PAGE };
    const page = await searchWithChanges(body, token);
    return page === 'refused' ? page : { items: page.items.map(shapes.withChanges), next: page.next };
  },

  async changedPage(projectId, withinMinutes, token) {
    // Relative, because a time of day would be read in the app user's time zone.
    const jql = `project = ${numeric(projectId)} AND updated >= -${withinMinutes}m ORDER BY updated ASC, id ASC`;
    const body = { jql, fields: shapes.MIRRORED_FIELDS, maxResults: ISSUES_PER_PAGE };
    const page = await search(body, token, shapes.issueShape);
    return page === 'refused' ? page : { items: page.items.map(shapes.toMirrored), next: page.next };
  },

  async idPage(projectId, token) {
    const body = { jql: byId(projectId), fields: ['id'], maxResults: IDS_PER_PAGE };
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
