import type { ProcedureInput } from '../../contract/procedures';
import type { Progress, RequirementStatus, StatusSummary } from '../../contract/summary';
import { implementation, rulesByType } from '../../domain/summary/implementing';
import type { Viewer } from '../ports';
import { projectSettings } from '../settings/projectSettings';
import type { IssueFacts, Relation, Rules, SummaryOutside, VersionFacts } from './ports';
import { issuesOf } from './source';

const NO_RULES: Rules = new Map();

type Work = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** Which work each requirement has, and whether it is done. */
function workOf(
  issues: readonly IssueFacts[],
  relations: readonly Relation[],
  rules: ReadonlyMap<string, Rules>,
): Work {
  const projects = new Map(issues.map(({ id, projectId }) => [id, projectId]));
  const work = new Map<string, Map<string, boolean>>();
  for (const { type, sourceId, destinationId, sourceDone, destinationDone } of relations) {
    const project = projects.get(sourceId) ?? projects.get(destinationId) ?? '';
    const child = { requirementId: sourceId, workId: destinationId };
    const own = rules.get(project) ?? NO_RULES;
    const found = type === null ? child : implementation({ type, sourceId, destinationId }, own);
    if (found === null || !projects.has(found.requirementId)) continue;
    const known = work.get(found.requirementId) ?? new Map<string, boolean>();
    known.set(found.workId, found.workId === sourceId ? sourceDone : destinationDone);
    work.set(found.requirementId, known);
  }
  return work;
}

function progressOf(work: ReadonlyMap<string, boolean> | undefined, visible: ReadonlySet<string>): Progress | null {
  const seen = [...(work ?? [])].filter(([id]) => visible.has(id));
  return seen.length === 0 ? null : { done: seen.filter(([, isDone]) => isDone).length, total: seen.length };
}

function milestoneOf({ versionIds }: IssueFacts, versions: ReadonlyMap<string, VersionFacts>) {
  const own = versionIds.flatMap((id) => versions.get(id) ?? []);
  const byDate = own.toSorted((one, other) => (one.releaseDate ?? '9999').localeCompare(other.releaseDate ?? '9999'));
  const chosen = byDate.find(({ released }) => !released) ?? byDate.at(-1);
  if (chosen === undefined) return null;
  return { name: chosen.name, released: chosen.released, releaseDate: chosen.releaseDate };
}

async function rulesFor(outside: SummaryOutside, issues: readonly IssueFacts[]): Promise<ReadonlyMap<string, Rules>> {
  const rules = new Map<string, Rules>();
  for (const projectId of new Set(issues.map((issue) => issue.projectId))) {
    rules.set(projectId, rulesByType((await projectSettings(outside, projectId)).links));
  }
  return rules;
}

/**
 * How the requirements that a source names stand, as the reader may know it: issues that they do not see in Jira are
 * left out, from the progress of others too, and only counted as named.
 *
 * @throws Refusal as `issuesOf` does
 */
export async function showStatus(
  outside: SummaryOutside,
  _viewer: Viewer,
  source: ProcedureInput<'summary.show'>,
): Promise<StatusSummary> {
  const { issues, named, isCut, neededProject } = await issuesOf(outside, source);
  const relations = await outside.facts.relations(issues.map(({ id }) => id));
  const work = workOf(issues, relations, await rulesFor(outside, issues));
  const involved = new Set([...issues.map(({ id }) => id), ...[...work.values()].flatMap((own) => [...own.keys()])]);
  const visible = await outside.visibility.visibleAmong([...involved]);
  const shown = issues.filter(({ id }) => visible.has(id));
  const versionIds = [...new Set(shown.flatMap((issue) => issue.versionIds))];
  const versions = new Map((await outside.facts.versions(versionIds)).map((version) => [version.id, version]));
  const requirements = shown.map((issue): RequirementStatus => {
    const { id, key, summary, type, status, statusCategory, openFeedback, overdueFeedback } = issue;
    return {
      ...{ id, key, summary, type, status, statusCategory, openFeedback, overdueFeedback },
      progress: progressOf(work.get(id), visible),
      milestone: milestoneOf(issue, versions),
    };
  });
  const isUnread = named === 0 && neededProject !== null && !(await outside.facts.isReady(neededProject));
  return { requirements, named, isCut, isUnread, at: new Date(outside.now()).toISOString() };
}
