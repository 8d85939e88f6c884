import type { Change, SiteStore } from '../../api';
import { jiraTime } from './common';
import { userReference } from './people';

const PAGE = 100;

/** Changes made by one person at one moment are one entry, the newest first; at most 100, as Jira gives with an issue. */
export function changelogBean(issueId: string, changes: readonly Change[], site: SiteStore) {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.[0]?.at === change.at && last[0].by === change.by) last.push(change);
    else groups.push([change]);
  }
  const histories = groups.map((group, index) => ({
    id: `${issueId}${String(index).padStart(4, '0')}`,
    author: userReference(site, group[0]?.by ?? null),
    created: jiraTime(group[0]?.at ?? null),
    items: group.map(({ field, from, to }) => ({
      field,
      fieldtype: 'jira',
      fieldId: field.toLowerCase(),
      from: null,
      fromString: from,
      to: null,
      toString: to,
    })),
  }));
  return {
    startAt: 0,
    maxResults: Math.min(PAGE, histories.length),
    total: histories.length,
    histories: histories.reverse().slice(0, PAGE),
  };
}
