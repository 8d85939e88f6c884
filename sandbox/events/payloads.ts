import type { Change, Issue, SiteStore, WikiPage } from '../api';
import { changeItem } from '../jira/beans/changelog';
import { issueFields, statusBean } from '../jira/beans/issues';
import { userReference } from '../jira/beans/people';
import { projectBean, versionBean } from '../jira/beans/projects';
import { Viewer } from '../jira/viewer';
import type { SiteEvent } from '../site/siteEvent';

/** The fields that Forge documents for the issue in an event; what else Jira may send is nothing to build on. */
const DOCUMENTED = [
  'summary',
  'issuetype',
  'creator',
  'created',
  'project',
  'reporter',
  'assignee',
  'updated',
  'status',
] as const;

interface Surroundings {
  readonly site: SiteStore;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

function issueOf(issue: Issue, { site, today }: Surroundings) {
  const fields = issueFields(issue, { site, viewer: new Viewer(site, null), today });
  return {
    id: issue.id,
    key: issue.key,
    fields: Object.fromEntries(DOCUMENTED.map((name) => [name, fields[name] ?? null])),
  };
}

function usersOf(site: SiteStore, accountIds: readonly (string | null | undefined)[]) {
  return { users: [...new Set(accountIds)].flatMap((id) => userReference(site, id ?? null) ?? []) };
}

function statusesOf(site: SiteStore, changes: readonly Change[]) {
  const change = changes.find(({ field }) => field === 'status');
  if (!change) return {};
  const known = site.statuses().filter(({ name }) => name === change.from || name === change.to);
  const statuses = known.map(({ name, category }) => statusBean({ status: name, statusCategory: category }));
  return { associatedStatuses: statuses };
}

function updatePayload(event: Extract<SiteEvent, { what: 'updated'; of: 'issue' }>, around: Surroundings) {
  const { issue, changes, by } = event;
  const assignments = changes.filter(({ field }) => field === 'assignee');
  const users = [by, ...assignments.flatMap(({ fromId, toId }) => [fromId, toId])];
  return {
    issue: issueOf(issue, around),
    changelog: { id: `${issue.id}${Date.parse(issue.updated)}`, items: changes.map(changeItem) },
    associatedUsers: usersOf(around.site, users),
    ...statusesOf(around.site, changes),
  };
}

/** What Forge documents for the content in an event. */
function pageContent({ id, title, status, spaceId, version }: WikiPage, { site }: Surroundings) {
  const space = site.wiki.findSpace(spaceId);
  return {
    ...{ id, type: 'page', title, status },
    space: { id: spaceId, key: space?.key, name: space?.name },
    history: { createdBy: { accountId: version.authorId }, createdDate: version.createdAt },
  };
}

function bodyOf(event: SiteEvent, around: Surroundings): Record<string, unknown> {
  switch (event.of) {
    case 'issue':
      if (event.what === 'updated') return updatePayload(event, around);
      return { issue: issueOf(event.issue, around), associatedUsers: usersOf(around.site, [event.by]) };
    case 'issuelink': {
      const { id, type, source, destination } = event.link;
      return {
        id,
        sourceIssueId: source.id,
        destinationIssueId: destination.id,
        sourceProjectId: source.projectId,
        destinationProjectId: destination.projectId,
        issueLinkType: type,
      };
    }
    case 'version':
      return { version: versionBean(event.version, event.projectId, around.today) };
    case 'project':
      return { project: projectBean(event.project) };
    case 'page':
      return { content: pageContent(event.page, around) };
  }
}

/**
 * What the platform tells apps of something that happened: the event types and the payload they share.
 *
 * @see https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
export function productEvents(event: SiteEvent, around: Surroundings) {
  const assigned =
    event.of === 'issue' && event.what === 'updated' && event.changes.some(({ field }) => field === 'assignee');
  const body = {
    ...bodyOf(event, around),
    ...(event.by === null ? {} : { atlassianId: event.by }),
    // Apps cannot change the sandboxed site, so no event is of the app's own making.
    selfGenerated: false,
  };
  const product = event.of === 'page' ? 'confluence' : 'jira';
  const eventTypes = [`avi:${product}:${event.what}:${event.of}`, ...(assigned ? ['avi:jira:assigned:issue'] : [])];
  return eventTypes.map((eventType) => ({ eventType, payload: { eventType, ...body } }));
}
