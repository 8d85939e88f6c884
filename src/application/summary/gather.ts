import { implementation, rulesByType } from '../../domain/summary/implementing';
import { expectedDays } from '../../domain/summary/outlook';
import { issuesIn, visibleRows } from '../../domain/summary/report';
import type { Report, ReportRow } from '../../domain/summary/report';
import type { ProcedureInput } from '../../contract/procedures';
import type { Journal, Viewer } from '../ports';
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

function milestoneOf(versionIds: readonly string[], versions: ReadonlyMap<string, VersionFacts>) {
  const own = versionIds.flatMap((id) => versions.get(id) ?? []);
  const byDate = own.toSorted((one, other) => (one.releaseDate ?? '9999').localeCompare(other.releaseDate ?? '9999'));
  const chosen = byDate.find(({ released }) => !released) ?? byDate.at(-1);
  if (chosen === undefined) return null;
  return { name: chosen.name, released: chosen.released, releaseDate: chosen.releaseDate, expected: null };
}

function rowOf(issue: IssueFacts, work: ReadonlyMap<string, boolean> | undefined): ReportRow {
  const { versionIds: _versions, componentIds: _components, clients, changes, ...facts } = issue;
  return {
    ...facts,
    milestone: null,
    work: [...(work ?? [])].map(([id, isDone]) => ({ id, isDone })),
    clients: [...new Set(clients.map(({ ref }) => ref))],
    changes: changes.map(({ issueId, number, state, tier }) => ({
      ...{ issueId, number, tier },
      isWaiting: state === 'awaitingDecision',
    })),
  };
}

/** A forecast is made of what the viewer sees, as the figures are. */
function withForecast(rows: readonly ReportRow[], at: number): readonly ReportRow[] {
  const expected = expectedDays(rows, at);
  return rows.map(({ milestone, ...row }) => ({
    ...row,
    milestone: milestone === null ? null : { ...milestone, expected: expected.get(milestone.name) ?? null },
  }));
}

async function rulesFor(outside: SummaryOutside, issues: readonly IssueFacts[]): Promise<ReadonlyMap<string, Rules>> {
  const rules = new Map<string, Rules>();
  for (const projectId of new Set(issues.map((issue) => issue.projectId))) {
    rules.set(projectId, rulesByType((await projectSettings(outside, projectId)).links));
  }
  return rules;
}

/** Settings are read once for a view, wherever they are needed. */
function readOnce(journal: Journal): Journal {
  const read = new Map<string, ReturnType<Journal['lastOfItems']>>();
  const lastOfItems: Journal['lastOfItems'] = (itemIds) => {
    const asked = itemIds.join(' ');
    const last = read.get(asked) ?? journal.lastOfItems(itemIds);
    read.set(asked, last);
    return last;
  };
  return { ...journal, lastOfItems };
}

/** The rows with their milestones and components, and how they went through the categories. */
async function withDetails(
  { facts }: SummaryOutside,
  shown: readonly ReportRow[],
  issues: readonly IssueFacts[],
): Promise<Pick<Report, 'rows' | 'steps'>> {
  const byIssue = new Map(issues.map((issue) => [issue.id, issue]));
  const of = (id: string, which: 'versionIds' | 'componentIds') => byIssue.get(id)?.[which] ?? [];
  const all = (which: 'versionIds' | 'componentIds') => [...new Set(shown.flatMap(({ id }) => of(id, which)))];
  const issueIds = shown.map(({ id }) => id);
  const wanted = { versionIds: all('versionIds'), componentIds: all('componentIds'), issueIds };
  const { versions, components, steps } = await facts.detailsOf(wanted);
  const versionsById = new Map(versions.map((version) => [version.id, version]));
  const names = new Map(components.map(({ id, name }) => [id, name]));
  const rows = shown.map((row) => ({
    ...row,
    milestone: milestoneOf(of(row.id, 'versionIds'), versionsById),
    components: of(row.id, 'componentIds')
      .flatMap((id) => names.get(id) ?? [])
      .toSorted(),
  }));
  return { rows, steps };
}

/** A report with what is needed beside it to show it. */
export interface Gathered {
  readonly report: Report;
  /** Names of clients that are not erased, by the reference to them. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether nothing can be said because the project in question was never read. */
  readonly isUnread: boolean;
}

/**
 * How the requirements that a source names stand now, as far as the viewer may see them: nothing of what they may not
 * see is left in it but the number of what is named.
 *
 * @throws Refusal as `issuesOf` does
 */
export async function gatherReport(
  given: SummaryOutside,
  viewer: Viewer,
  source: ProcedureInput<'summary.show'>,
): Promise<Gathered> {
  const outside = { ...given, journal: readOnce(given.journal) };
  const { issues, named, isCut, neededProject } = await issuesOf(outside, viewer, source);
  const relations = await outside.facts.relations(issues.map(({ id }) => id));
  const work = workOf(issues, relations, await rulesFor(outside, issues));
  const all = issues.map((issue) => rowOf(issue, work.get(issue.id)));
  const shown = visibleRows(all, await outside.visibility.visibleAmong(issuesIn(all)));
  const { rows: detailed, steps } = await withDetails(outside, shown, issues);
  const at = outside.now();
  const rows = withForecast(detailed, at);
  const isUnread = named === 0 && neededProject !== null && !(await outside.facts.isReady(neededProject));
  const clients = issues.flatMap((issue) => issue.clients);
  return {
    report: { rows, steps, named, isCut, at },
    names: new Map(clients.flatMap(({ ref, name }) => (name === null ? [] : [[ref, name]]))),
    isUnread,
  };
}
