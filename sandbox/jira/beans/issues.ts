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
export function stubBean(issue: Issue) {
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

type Field = (issue: Issue, around: Surroundings) => unknown;

function parentBean({ parentKey }: Issue, viewer: Viewer) {
  const parent = parentKey === null ? null : viewer.findIssue(parentKey);
  return parent ? stubBean(parent) : undefined;
}

/** Each field by itself, so that a search for a few of them does not pay for the rest. */
const FIELDS: Readonly<Record<string, Field>> = {
  summary: ({ summary }) => summary,
  description: ({ description }) => adfOf(description),
  issuetype: issueTypeBean,
  status: statusBean,
  statuscategorychangedate: ({ updated }) => jiraTime(updated),
  priority: priorityBean,
  resolution: ({ resolution }) => resolution && { ...named('resolution', resolution), description: '' },
  resolutiondate: ({ resolved }) => jiraTime(resolved),
  project: ({ projectId }, { site }) => {
    const project = site.findProject(projectId);
    return project && projectBean(project);
  },
  labels: ({ labels }) => labels,
  components: ({ components }) => components.map((name) => named('component', name)),
  fixVersions: ({ fixVersions, projectId }, { today }) =>
    fixVersions.map((version) => versionBean(version, projectId, today)),
  versions: () => [],
  parent: (issue, { viewer }) => parentBean(issue, viewer),
  subtasks: (issue, { site, viewer }) => subtaskBeans(issue, site, viewer),
  issuelinks: ({ id }, { site, viewer }) => site.links(id).flatMap((link) => linkBean(link, viewer) ?? []),
  reporter: ({ reporter }, { site }) => userReference(site, reporter),
  creator: ({ reporter }, { site }) => userReference(site, reporter),
  assignee: ({ assignee }, { site }) => userReference(site, assignee),
  created: ({ created }) => jiraTime(created),
  updated: ({ updated }) => jiraTime(updated),
  duedate: ({ dueDate }) => dueDate,
  timetracking: timeTracking,
  timeoriginalestimate: ({ originalEstimateSeconds }) => originalEstimateSeconds,
  timeestimate: ({ remainingEstimateSeconds }) => remainingEstimateSeconds,
  timespent: ({ timeSpentSeconds }) => timeSpentSeconds,
  archiveddate: ({ archivedAt }) => jiraTime(archivedAt ?? null),
  security: ({ restricted }) =>
    restricted ? { ...named('securitylevel', 'Team only'), description: 'Project team only' } : null,
  comment: ({ comments }) => ({ comments: [], maxResults: 0, total: comments, startAt: 0 }),
};

/** The ids of all fields that issues have. */
export const FIELD_IDS: readonly string[] = Object.keys(FIELDS);

/** Fields of an issue as Jira's REST API shapes them: all, or those that are wanted. */
export function issueFields(
  issue: Issue,
  around: Surroundings,
  wanted: (field: string) => boolean = () => true,
): Record<string, unknown> {
  const given = Object.entries(FIELDS).filter(([name]) => wanted(name));
  const entries = given.map(([name, field]): [string, unknown] => [name, field(issue, around)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
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
