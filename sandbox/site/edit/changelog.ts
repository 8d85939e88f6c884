import type { Change, Issue, SiteStore } from '../../api';
import { idOfName } from '../../names';

type Difference = Pick<Change, 'field' | 'from' | 'to' | 'fromId' | 'toId'>;
type Named = readonly { readonly id: string; readonly name: string }[];

function replaced(field: string, from: string | null, to: string | null): readonly Difference[] {
  return from === to ? [] : [{ field, from, to }];
}

function replacedThing(field: string, kind: string, from: string | null, to: string | null): readonly Difference[] {
  if (from === to) return [];
  const id = (name: string | null) => (name === null ? null : idOfName(kind, name));
  return [{ field, from, to, fromId: id(from), toId: id(to) }];
}

function addedAndRemoved(field: string, before: Named, after: Named): readonly Difference[] {
  const without = (all: Named, others: Named) => all.filter(({ id }) => !others.some((other) => other.id === id));
  return [
    ...without(before, after).map(({ id, name }) => ({ field, from: name, to: null, fromId: id, toId: null })),
    ...without(after, before).map(({ id, name }) => ({ field, from: null, to: name, fromId: null, toId: id })),
  ];
}

function components(names: readonly string[]): Named {
  return names.map((name) => ({ id: idOfName('component', name), name }));
}

function secondsAsText(seconds: number | null): string | null {
  return seconds === null ? null : String(seconds);
}

function movedParent(site: SiteStore, from: string | null, to: string | null): readonly Difference[] {
  if (from === to) return [];
  const id = (key: string | null) => (key === null ? null : (site.findIssue(key)?.id ?? null));
  return [{ field: 'IssueParentAssociation', from, to, fromId: id(from), toId: id(to) }];
}

function assigned(site: SiteStore, from: string | null, to: string | null): readonly Difference[] {
  if (from === to) return [];
  const name = (accountId: string | null) =>
    accountId === null ? null : (site.findPerson(accountId)?.name ?? accountId);
  return [{ field: 'assignee', from: name(from), to: name(to), fromId: from, toId: to }];
}

function security(restricted: boolean): string | null {
  return restricted ? 'Team only' : null;
}

/** What lies between two states of an issue, field by field, in the words of Jira's changelog. */
export function differences(site: SiteStore, before: Issue, after: Issue): readonly Difference[] {
  return [
    ...replaced('summary', before.summary, after.summary),
    ...replaced('description', before.description, after.description),
    ...replacedThing('issuetype', 'issuetype', before.type, after.type),
    ...replacedThing('status', 'status', before.status, after.status),
    ...replacedThing('resolution', 'resolution', before.resolution, after.resolution),
    ...replacedThing('priority', 'priority', before.priority, after.priority),
    ...assigned(site, before.assignee, after.assignee),
    ...replaced('labels', before.labels.join(' '), after.labels.join(' ')),
    ...addedAndRemoved('Component', components(before.components), components(after.components)),
    ...addedAndRemoved('Fix Version', before.fixVersions, after.fixVersions),
    ...movedParent(site, before.parentKey, after.parentKey),
    ...replaced('duedate', before.dueDate, after.dueDate),
    ...replaced(
      'timeoriginalestimate',
      secondsAsText(before.originalEstimateSeconds),
      secondsAsText(after.originalEstimateSeconds),
    ),
    ...replaced(
      'timeestimate',
      secondsAsText(before.remainingEstimateSeconds),
      secondsAsText(after.remainingEstimateSeconds),
    ),
    ...replaced('timespent', secondsAsText(before.timeSpentSeconds), secondsAsText(after.timeSpentSeconds)),
    ...replacedThing('security', 'securitylevel', security(before.restricted), security(after.restricted)),
  ];
}
