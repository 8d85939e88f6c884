import { categorySteps } from '../../domain/mirror/days';
import type { StatusChange } from '../../domain/mirror/days';
import type { MirroredIssue } from '../../domain/mirror/issue';
import { UNKNOWN_KEY } from './ports';
import type { IssueWithChanges, MirrorOutside, MirrorProject, NextRound } from './ports';
import { storeIssues } from './storeIssues';
import type { StoredIssues } from './storeIssues';

type Changes = ReadonlyMap<string, readonly StatusChange[]>;

/** Most histories come along with their issues, which costs nothing; only the others are asked for. */
async function changesOf(
  { source }: MirrorOutside,
  issues: readonly MirroredIssue[],
  page: readonly IssueWithChanges[],
): Promise<Changes> {
  const given = new Map(page.flatMap(({ issue, changes }) => (changes === null ? [] : [[issue.id, changes]])));
  const missing = issues.map(({ id }) => id).filter((id) => !given.has(id));
  if (missing.length === 0) return given;
  return new Map([...given, ...(await source.statusChanges(missing))]);
}

/** Keeps how the issues went through the statuses, except those that have not changed since it was last read. */
async function keepHistories(
  outside: MirrorOutside,
  { known, taken }: StoredIssues,
  page: readonly IssueWithChanges[],
): Promise<void> {
  const unread = taken.filter(({ id, updated }) => known.get(id)?.historyOf !== updated);
  if (unread.length === 0) return;
  const [changes, categories] = await Promise.all([
    changesOf(outside, unread, page),
    outside.source.statusCategories(),
  ]);
  const stepsOf = (issue: MirroredIssue) =>
    categorySteps(issue, changes.get(issue.id) ?? [], categories).map((step) => ({ ...step, issueId: issue.id }));
  await outside.mirror.saveHistory(unread, unread.flatMap(stepsOf));
}

async function learnKey({ source, mirror }: MirrorOutside, { id, key }: MirrorProject): Promise<void> {
  const found = key === UNKNOWN_KEY ? await source.project(id) : null;
  if (found !== null) await mirror.renamed(id, found.key);
}

/** While the project was away, issues of other projects had no parent in it, and no event tells that they have again. */
async function noteAdopted(
  outside: MirrorOutside,
  { id, rebuiltAt }: MirrorProject,
  { mirrored, taken }: StoredIssues,
) {
  const others = mirrored.size > 1;
  if (!others || rebuiltAt !== null || taken.length === 0) return;
  const ids = taken.map((issue) => issue.id);
  const children = await outside.source.childrenElsewhere(id, ids);
  if (children.length > 0) await outside.mirror.noteKnown(children, outside.newId());
}

/** Reads the next hundred issues of a project with their histories. */
export async function readPage(outside: MirrorOutside, project: MirrorProject): Promise<NextRound | null> {
  await learnKey(outside, project);
  const expected = project.expected ?? (await outside.source.count(project.id));
  const fetchedAt = outside.now();
  const page = await outside.source.page(project.id, project.token);
  if (page === 'refused') return startAgain(outside, project, expected);
  const issues = page.items.map(({ issue }) => issue);
  const stored = await storeIssues(outside, issues, fetchedAt, 'search');
  await keepHistories(outside, stored, page.items);
  await noteAdopted(outside, project, stored);
  const done = project.done + page.items.length;
  return { phase: page.next === null ? 'days' : 'issues', token: page.next, done, expected };
}

/** A place in the list that Jira has forgotten: from the start. A list that it does not give at all: no such project. */
export async function startAgain(
  outside: MirrorOutside,
  project: MirrorProject,
  expected: number | null,
): Promise<NextRound | null> {
  if (project.token !== null) return { phase: project.phase, token: null, done: 0, expected };
  await outside.mirror.noteProject(project.id, outside.newId(), false);
  const at = outside.now();
  await outside.mirror.touch(project.id, project.generation, { at, pausedUntil: at });
  return null;
}
