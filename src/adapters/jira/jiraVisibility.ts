import { route } from '@forge/api';
import type { Visibility } from '../../application/ports';
import { grantsAnswer } from './grants';
import { askJira } from './jiraClient';

/** Issues that Jira lets one call ask about. */
const MOST_ISSUES = 1_000;

const onWhich = (wanted: 'BROWSE_PROJECTS' | 'EDIT_ISSUES') => async (issueIds: readonly string[]) => {
  const body = { projectPermissions: [{ permissions: [wanted], issues: issueIds.map(Number) }] };
  const grants = await askJira({ route: route`/rest/api/3/permissions/check`, body }, grantsAnswer);
  const granted = grants?.projectPermissions.filter(({ permission }) => permission === wanted) ?? [];
  return granted.flatMap(({ issues }) => issues.map(String));
};

/** Asks in calls of as many issues as one may have, each issue once. What is no id is not asked about, nor visible. */
export function visibilityInCalls(ask: (issueIds: readonly string[]) => Promise<readonly string[]>): Visibility {
  return {
    async visibleAmong(issueIds) {
      const ids = [...new Set(issueIds)].filter((id) => /^\d+$/u.test(id));
      const calls = Array.from({ length: Math.ceil(ids.length / MOST_ISSUES) }, (_, call) =>
        ask(ids.slice(call * MOST_ISSUES, (call + 1) * MOST_ISSUES)),
      );
      const visible = new Set((await Promise.all(calls)).flat());
      return new Set(ids.filter((id) => visible.has(id)));
    },
  };
}

/**
 * Asked as the viewer: 2 points for each 1,000 issues, of which Jira answers only with those they may browse.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post
 */
export const jiraVisibility: Visibility = visibilityInCalls(onWhich('BROWSE_PROJECTS'));

/** The same for which of the issues they may edit. */
export const jiraEditable: Visibility = visibilityInCalls(onWhich('EDIT_ISSUES'));
