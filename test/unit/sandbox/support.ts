import type { AdfDocument, IssueData, ProjectData } from '../../../sandbox/api';

/** An issue with the least that the site needs; everything can be overridden. */
export function anIssue(key: string, overrides: Partial<IssueData> = {}): IssueData {
  return {
    key,
    type: 'Task',
    subtask: false,
    summary: `Summary of ${key}`,
    description: null,
    status: 'To Do',
    statusCategory: 'new',
    priority: null,
    resolution: null,
    labels: [],
    components: [],
    fixVersions: [],
    parentKey: null,
    reporter: null,
    assignee: null,
    created: '2026-01-05T08:00:00.000Z',
    updated: '2026-01-05T08:00:00.000Z',
    resolved: null,
    dueDate: null,
    originalEstimateSeconds: null,
    remainingEstimateSeconds: null,
    timeSpentSeconds: null,
    restricted: false,
    comments: 0,
    history: [],
    ...overrides,
  };
}

export function aProject(key: string, issues: readonly IssueData[], overrides: Partial<ProjectData> = {}): ProjectData {
  return { key, name: `Project ${key}`, people: [], versions: [], issues, links: [], ...overrides };
}

/** A page's body of one paragraph. */
export function pageWith(text: string): AdfDocument {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
