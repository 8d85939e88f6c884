import type { Change, SiteStore } from '../../api';
import { idOfName } from '../../names';
import { jiraTime } from './common';
import { userReference } from './people';

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

/** Changes made by one person at one moment: one entry of a changelog. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly changes: readonly Change[];
}

/** An issue's changelog, the oldest entry first. */
export function entriesOf(issueId: string, changes: readonly Change[]): readonly HistoryEntry[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.[0]?.at === change.at && last[0].by === change.by) last.push(change);
    else groups.push([change]);
  }
  return groups.flatMap((group, index) => {
    const [first] = group;
    const id = `${issueId}${String(index).padStart(4, '0')}`;
    return first ? [{ id, at: first.at, by: first.by, changes: group }] : [];
  });
}

export function entryBean({ id, at, by, changes }: HistoryEntry, site: SiteStore) {
  return { id, author: userReference(site, by), created: jiraTime(at), items: changes.map(changeItem) };
}

/** The changelog that comes with an issue: the newest first, and not all of it. */
export function changelogBean(issueId: string, site: SiteStore, most: number) {
  const entries = entriesOf(issueId, site.history(issueId));
  const histories = entries.toReversed().slice(0, most);
  return {
    startAt: 0,
    maxResults: histories.length,
    total: entries.length,
    histories: histories.map((entry) => entryBean(entry, site)),
  };
}
