import { z } from 'zod';
import type { Issue } from '../../api';
import { answer, JiraRefusal, NotModelled } from '../answer';
import { entriesOf, entryBean, type HistoryEntry } from '../beans/changelog';
import { self } from '../beans/common';
import { issueBean } from '../beans/issueBean';
import { paging, type JiraCall, type Operation } from '../operation';

const MOST_ISSUES = 100;
const MOST_CHANGELOGS = 1_000;

const idsOrKeys = z.array(z.union([z.string(), z.number().transform(String)])).min(1);
const fetchBody = z.object({
  issueIdsOrKeys: idsOrKeys,
  fields: z.array(z.string()).default([]),
  expand: z.array(z.string()).default([]),
  properties: z.array(z.string()).default([]),
});
const changelogBody = z.object({
  issueIdsOrKeys: idsOrKeys,
  fieldIds: z.array(z.string()).max(10).default([]),
  maxResults: z.number().int().min(1).max(10_000).default(1_000),
  nextPageToken: z.string().nullish(),
});

function visible({ viewer }: JiraCall, wanted: readonly string[]): readonly Issue[] {
  const found = wanted.flatMap((idOrKey) => viewer.findIssue(idOrKey) ?? []);
  return [...new Map(found.map((issue) => [issue.id, issue])).values()];
}

/** POST /rest/api/3/issue/bulkfetch: what is missing or hidden is left out without a word. */
export const bulkFetchIssues: Operation = (call) => {
  const { issueIdsOrKeys, fields, expand, properties } = fetchBody.parse(call.body);
  if (properties.length > 0) throw new NotModelled('issue properties in a bulk request');
  if (issueIdsOrKeys.length > MOST_ISSUES) {
    throw new JiraRefusal(400, `The maximum number of issues that can be fetched is ${MOST_ISSUES}.`);
  }
  const issues = visible(call, issueIdsOrKeys).map((issue) => issueBean(call, issue, { fields, expand }));
  return answer({ issues, issueErrors: [] }, { coreObjects: issues.length });
};

interface IssueEntry {
  readonly issueId: string;
  readonly entry: HistoryEntry;
}

/** The fields by id of which an entry tells, nothing left when it tells of none of them. */
function aboutFields(entry: HistoryEntry, fieldIds: readonly string[], { site }: JiraCall) {
  const bean = entryBean(entry, site);
  const items = bean.items.filter(({ fieldId }) => fieldIds.length === 0 || fieldIds.includes(fieldId));
  return items.length === 0 ? [] : [{ ...bean, created: Date.parse(entry.at), items }];
}

function byTimeThenIssue(one: IssueEntry, other: IssueEntry): number {
  return one.entry.at.localeCompare(other.entry.at) || Number(one.issueId) - Number(other.issueId);
}

function startOf(pageToken: string | null | undefined): number {
  if (typeof pageToken !== 'string') return 0;
  const start = Number(Buffer.from(pageToken, 'base64url').toString());
  if (!Number.isSafeInteger(start) || start < 0) throw new JiraRefusal(400, 'The next page token is invalid.');
  return start;
}

/** POST /rest/api/3/changelog/bulkfetch: entries of many issues, the oldest first; times are milliseconds. */
export const getBulkChangelogs: Operation = (call) => {
  const { issueIdsOrKeys, fieldIds, maxResults, nextPageToken } = changelogBody.parse(call.body);
  if (issueIdsOrKeys.length > MOST_CHANGELOGS) throw new JiraRefusal(400, `At most ${MOST_CHANGELOGS} issues.`);
  const start = startOf(nextPageToken);
  const all = visible(call, issueIdsOrKeys)
    .flatMap(({ id }) => entriesOf(id, call.site.history(id)).map((entry) => ({ issueId: id, entry })))
    .flatMap(({ issueId, entry }) => aboutFields(entry, fieldIds, call).map((bean) => ({ issueId, entry, bean })))
    .sort(byTimeThenIssue);
  const page = all.slice(start, start + maxResults);
  const issueIds = [...new Set(page.map(({ issueId }) => issueId))];
  const body = {
    issueChangeLogs: issueIds.map((issueId) => ({
      issueId,
      changeHistories: page.filter((one) => one.issueId === issueId).map(({ bean }) => bean),
    })),
    ...(start + page.length < all.length
      ? { nextPageToken: Buffer.from(String(start + page.length)).toString('base64url') }
      : {}),
  };
  return answer(body, { coreObjects: issueIds.length });
};

/** GET /rest/api/3/issue/{issueIdOrKey}/changelog: the oldest entry first. */
export const getChangeLogs: Operation = (call) => {
  const { startAt, maxResults } = z.object(paging(100, 100)).parse(call.query);
  const { id } = call.viewer.getIssue(call.path['issueIdOrKey'] ?? '');
  const entries = entriesOf(id, call.site.history(id));
  const values = entries.slice(startAt, startAt + maxResults).map((entry) => entryBean(entry, call.site));
  const isLast = startAt + values.length >= entries.length;
  const page = { self: self(`issue/${id}/changelog`), maxResults, startAt, total: entries.length, isLast, values };
  return answer(page, { coreObjects: values.length });
};
