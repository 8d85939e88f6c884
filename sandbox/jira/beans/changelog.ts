import type { Change, SiteStore } from '../../api';
import { idOfName } from '../../names';
import { jiraTime } from './common';
import { userReference } from './people';

const PAGE = 100;

const FIELD_IDS: Readonly<Record<string, string>> = {
  Component: 'components',
  'Fix Version': 'fixVersions',
  IssueParentAssociation: 'parent',
  Key: 'issuekey',
};
/** Fields whose values the sandbox knows by name, so that their ids follow from it. */
const NAMED: Readonly<Record<string, string>> = {
  status: 'status',
  priority: 'priority',
  issuetype: 'issuetype',
  resolution: 'resolution',
};

function idOf(field: string, name: string | null, known: string | null | undefined): string | null {
  if (known !== undefined) return known;
  const kind = Object.hasOwn(NAMED, field) ? NAMED[field] : undefined;
  return kind === undefined || name === null ? null : idOfName(kind, name);
}

/** One change of one field, as in a changelog and in an event. */
export function changeItem({ field, from, to, fromId, toId }: Change) {
  return {
    field,
    fieldtype: 'jira',
    fieldId: (Object.hasOwn(FIELD_IDS, field) ? FIELD_IDS[field] : undefined) ?? field.toLowerCase(),
    from: idOf(field, from, fromId),
    fromString: from,
    to: idOf(field, to, toId),
    toString: to,
  };
}

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
    items: group.map(changeItem),
  }));
  return {
    startAt: 0,
    maxResults: Math.min(PAGE, histories.length),
    total: histories.length,
    histories: histories.reverse().slice(0, PAGE),
  };
}
