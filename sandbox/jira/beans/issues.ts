import type { Issue, IssueLink, SiteStore } from '../../api';
import type { Viewer } from '../viewer';
import { adfOf } from './adf';
import { idOfName } from '../../names';
import { jiraTime, self } from './common';
import { userReference } from './people';
import { projectBean, versionBean } from './projects';

const CATEGORIES = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

interface Surroundings {
  readonly site: SiteStore;
  readonly viewer: Viewer;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

function named(kind: string, name: string) {
  const id = idOfName(kind, name);
  return { self: self(`${kind}/${id}`), id, name };
}

export function statusBean({ status, statusCategory }: Pick<Issue, 'status' | 'statusCategory'>) {
  const category = CATEGORIES[statusCategory];
  return {
    ...named('status', status),
    description: '',
    statusCategory: { self: self(`statuscategory/${String(category.id)}`), ...category },
  };
}

function issueTypeBean({ type, subtask }: Pick<Issue, 'type' | 'subtask'>) {
  return {
    ...named('issuetype', type),
    description: '',
    subtask,
    hierarchyLevel: subtask ? -1 : type === 'Epic' ? 1 : 0,
  };
}

function priorityBean({ priority }: Issue) {
  return priority === null ? null : named('priority', priority);
}

/** The part of an issue that others show: at the ends of links, as parent and sub-tasks. */
function stubBean(issue: Issue) {
  return {
    id: issue.id,
    key: issue.key,
    self: self(`issue/${issue.id}`),
    fields: {
      summary: issue.summary,
      status: statusBean(issue),
      priority: priorityBean(issue),
      issuetype: issueTypeBean(issue),
    },
  };
}

/** A link with the issue at its other end; null when the viewer may not see that one. */
function linkBean(link: IssueLink, viewer: Viewer) {
  const other = viewer.findIssue(link.otherKey);
  if (!other) return null;
  const { id, type, outward, inward, direction } = link;
  return {
    id,
    self: self(`issueLink/${id}`),
    type: { ...named('issueLinkType', type), inward, outward },
    [direction === 'outward' ? 'outwardIssue' : 'inwardIssue']: stubBean(other),
  };
}

function timeTracking({ originalEstimateSeconds, remainingEstimateSeconds, timeSpentSeconds }: Issue) {
  const given = { originalEstimateSeconds, remainingEstimateSeconds, timeSpentSeconds };
  return Object.fromEntries(Object.entries(given).filter(([, seconds]) => seconds !== null));
}

function subtaskBeans(issue: Issue, site: SiteStore, viewer: Viewer) {
  const subtasks = site.children(issue.key).filter((child) => child.subtask);
  return subtasks.filter((subtask) => viewer.may('BROWSE_PROJECTS', { issue: subtask })).map(stubBean);
}

/** All fields of an issue as Jira's REST API shapes them. */
export function issueFields(issue: Issue, { site, viewer, today }: Surroundings): Record<string, unknown> {
  const project = site.findProject(issue.projectId);
  const parent = issue.parentKey === null ? null : viewer.findIssue(issue.parentKey);
  return {
    summary: issue.summary,
    description: adfOf(issue.description),
    issuetype: issueTypeBean(issue),
    status: statusBean(issue),
    statuscategorychangedate: jiraTime(issue.updated),
    priority: priorityBean(issue),
    resolution: issue.resolution === null ? null : { ...named('resolution', issue.resolution), description: '' },
    resolutiondate: jiraTime(issue.resolved),
    project: project && projectBean(project),
    labels: issue.labels,
    components: issue.components.map((name) => named('component', name)),
    fixVersions: issue.fixVersions.map((version) => versionBean(version, issue.projectId, today)),
    versions: [],
    ...(parent ? { parent: stubBean(parent) } : {}),
    subtasks: subtaskBeans(issue, site, viewer),
    issuelinks: site.links(issue.id).flatMap((link) => linkBean(link, viewer) ?? []),
    reporter: userReference(site, issue.reporter),
    creator: userReference(site, issue.reporter),
    assignee: userReference(site, issue.assignee),
    created: jiraTime(issue.created),
    updated: jiraTime(issue.updated),
    duedate: issue.dueDate,
    timetracking: timeTracking(issue),
    timeoriginalestimate: issue.originalEstimateSeconds,
    timeestimate: issue.remainingEstimateSeconds,
    timespent: issue.timeSpentSeconds,
    security: issue.restricted ? { ...named('securitylevel', 'Team only'), description: 'Project team only' } : null,
    comment: { comments: [], maxResults: 0, total: issue.comments, startAt: 0 },
  };
}

/** The fields of an issue that its editors may set. */
export function editableFields(): Record<string, unknown> {
  const field = (name: string, type: string, required = false) => ({
    required,
    schema: { type, system: name },
    name: name.charAt(0).toUpperCase() + name.slice(1),
    key: name,
    operations: ['set'],
  });
  return {
    summary: field('summary', 'string', true),
    description: field('description', 'string'),
    priority: field('priority', 'priority'),
    assignee: field('assignee', 'user'),
    duedate: field('duedate', 'date'),
    labels: field('labels', 'array'),
    fixVersions: field('fixVersions', 'array'),
    components: field('components', 'array'),
  };
}
