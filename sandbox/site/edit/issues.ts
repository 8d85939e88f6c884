import type { Change, Doer, Issue, IssueChanges, NewIssue, StatusCategory, Version } from '../../api';
import { newIdentifier } from '../identifiers';
import { addHistory, issueWriter, saveIssue, takeKey } from '../issueRows';
import { differences } from './changelog';
import { doerOf, getIssue, getProject, now, type Editing } from './editing';

function versionsNamed({ site }: Editing, projectId: string, names: readonly string[]): readonly Version[] {
  const known = site.versions(projectId);
  return names.map((name) => {
    const version = known.find((candidate) => candidate.name === name);
    if (!version) throw new Error(`The project has no version "${name}".`);
    return version;
  });
}

function categoryOf({ site }: Editing, status: string): StatusCategory {
  const known = site.statuses().find(({ name }) => name === status);
  if (!known) throw new Error(`No issue has the status "${status}" yet: say its category.`);
  return known.category;
}

export function createIssue(editing: Editing, given: NewIssue): Issue {
  const { project: projectIdOrKey, by, fixVersions, ...fields } = given;
  const project = getProject(editing, projectIdOrKey);
  const status = given.status ?? 'To Do';
  const statusCategory = given.statusCategory ?? (given.status === undefined ? 'new' : categoryOf(editing, status));
  const at = now(editing);
  const key = takeKey(editing.database, project.id, project.key);
  const issue: Issue = {
    type: 'Task',
    subtask: false,
    description: null,
    priority: 'Medium',
    resolution: statusCategory === 'done' ? 'Done' : null,
    labels: [],
    components: [],
    parentKey: null,
    reporter: by ?? null,
    assignee: null,
    dueDate: null,
    originalEstimateSeconds: null,
    remainingEstimateSeconds: null,
    timeSpentSeconds: null,
    restricted: false,
    ...fields,
    status,
    statusCategory,
    id: newIdentifier(editing.database, 'issue', key),
    key,
    projectId: project.id,
    fixVersions: versionsNamed(editing, project.id, fixVersions ?? []),
    created: at,
    updated: at,
    resolved: statusCategory === 'done' ? at : null,
    comments: 0,
  };
  issueWriter(editing.database)(issue, []);
  editing.announce({ of: 'issue', what: 'created', issue, by: by ?? null });
  return issue;
}

function resolutionAfter(before: Issue, statusCategory: StatusCategory, at: string) {
  if (statusCategory !== 'done') return { resolution: null, resolved: null };
  return before.statusCategory === 'done' ? {} : { resolution: 'Done', resolved: at };
}

function changed(editing: Editing, before: Issue, changes: IssueChanges): Issue {
  const { fixVersions, ...fields } = changes;
  const statusCategory =
    changes.statusCategory ??
    (changes.status === undefined ? before.statusCategory : categoryOf(editing, changes.status));
  return {
    ...before,
    ...fields,
    statusCategory,
    ...(statusCategory === before.statusCategory ? {} : resolutionAfter(before, statusCategory, now(editing))),
    ...(fixVersions === undefined ? {} : { fixVersions: versionsNamed(editing, before.projectId, fixVersions) }),
  };
}

/** Writes a changed issue with its changelog and says so. */
export function recordUpdate(
  editing: Editing,
  issue: Issue,
  found: readonly Omit<Change, 'at' | 'by'>[],
  doer: Doer | undefined,
): Issue {
  const [at, by] = [now(editing), doerOf(doer)];
  const changes = found.map((change) => ({ at, by, ...change }));
  const saved = { ...issue, updated: at };
  saveIssue(editing.database, saved);
  addHistory(editing.database, issue.id, changes);
  editing.announce({ of: 'issue', what: 'updated', issue: saved, changes, by });
  return saved;
}

export function updateIssue(editing: Editing, idOrKey: string, changes: IssueChanges, doer?: Doer): Issue {
  const before = getIssue(editing, idOrKey);
  const after = changed(editing, before, changes);
  const found = differences(editing.site, before, after);
  return found.length === 0 ? before : recordUpdate(editing, after, found, doer);
}

export function setIssueArchived(editing: Editing, idOrKey: string, archived: boolean): Issue {
  const issue = { ...getIssue(editing, idOrKey), archivedAt: archived ? now(editing) : null };
  saveIssue(editing.database, issue);
  return issue;
}
