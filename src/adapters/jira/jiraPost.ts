import { route } from '@forge/api';
import { z } from 'zod';
import type { Post } from '../../application/notices/ports';
import { Refusal } from '../../application/refusal';
import { grantsAnswer } from './grants';
import { askJiraAsApp, isRejection } from './jiraClient';

const BROWSE = 'BROWSE_PROJECTS';
/** As many as one call answers for. */
const PEOPLE_PER_CALL = 90;
const ISSUES_PER_CHECK = 1_000;

const siteAnswer = z.object({
  baseUrl: z.string().regex(/^https:/u),
  defaultLocale: z.object({ locale: z.string() }).nullish().catch(null),
});
const peopleAnswer = z.object({
  values: z.array(
    z.object({
      accountId: z.string(),
      accountType: z.string().nullish(),
      active: z.boolean().nullish(),
      locale: z.string().nullish(),
      timeZone: z.string().nullish(),
    }),
  ),
});
const issuesAnswer = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string(), fields: z.object({ summary: z.string().nullish() }) })),
});

function parts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}

async function peopleOf(accountIds: readonly string[]) {
  const query = new URLSearchParams({ maxResults: String(PEOPLE_PER_CALL) });
  for (const accountId of accountIds) query.append('accountId', accountId);
  const found = await askJiraAsApp({ route: route`/rest/api/3/user/bulk?${query}` }, peopleAnswer);
  return found?.values ?? [];
}

async function browsable(accountId: string, issueIds: readonly string[]): Promise<readonly string[]> {
  const projectPermissions = [{ permissions: [BROWSE], issues: issueIds.map(Number) }];
  const body = { accountId, projectPermissions };
  const grants = await askJiraAsApp({ route: route`/rest/api/3/permissions/check`, body }, grantsAnswer);
  return grants?.projectPermissions.flatMap(({ issues }) => issues.map(String)) ?? [];
}

function isRefused(error: unknown): boolean {
  return isRejection(error) || (error instanceof Refusal && error.code === 'NOT_ALLOWED');
}

/**
 * Jira's own mail, as the app: 1 point a message, 3 for what somebody may see, 1 and 2 for each person, 1 and 1 for each
 * issue named.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
 */
export const jiraPost: Post = {
  async site() {
    const site = await askJiraAsApp({ route: route`/rest/api/3/serverInfo` }, siteAnswer);
    if (site === null) throw new Refusal('JIRA_UNAVAILABLE');
    return { url: site.baseUrl.replace(/\/+$/u, ''), locale: site.defaultLocale?.locale ?? 'en-US' };
  },

  async active(accountIds) {
    const people = [];
    for (const part of parts(accountIds, PEOPLE_PER_CALL)) people.push(...(await peopleOf(part)));
    return people
      .filter(({ active, accountType }) => active === true && (accountType ?? 'atlassian') === 'atlassian')
      .map(({ accountId, locale, timeZone }) => ({ accountId, locale: locale ?? null, timeZone: timeZone ?? null }));
  },

  async visibleTo(accountId, issueIds) {
    const visible = new Set<string>();
    try {
      for (const part of parts(issueIds, ISSUES_PER_CHECK)) {
        for (const id of await browsable(accountId, part)) visible.add(id);
      }
    } catch (error) {
      if (isRefused(error)) return null;
      throw error;
    }
    return visible;
  },

  async issues(issueIds) {
    if (issueIds.length === 0) return new Map();
    const body = { issueIdsOrKeys: issueIds, fields: ['summary'] };
    const found = await askJiraAsApp({ route: route`/rest/api/3/issue/bulkfetch`, body }, issuesAnswer);
    return new Map(
      (found?.issues ?? []).map(({ id, key, fields }) => [id, { id, key, summary: fields.summary ?? '' }]),
    );
  },

  async send(issueId, accountId, message) {
    const body = { ...message, to: { users: [{ accountId }] }, restrict: { permissions: [{ key: 'BROWSE' }] } };
    const notify = route`/rest/api/3/issue/${issueId}/notify`;
    try {
      const answer = await askJiraAsApp({ route: notify, body, once: true, unread: true }, z.undefined());
      return answer === null ? 'refused' : 'sent';
    } catch (error) {
      if (isRefused(error)) return 'refused';
      throw error;
    }
  },
};
