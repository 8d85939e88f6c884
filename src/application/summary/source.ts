import type { ProcedureInput } from '../../contract/procedures';
import { MOST_REQUIREMENTS } from '../../contract/summaryLimits';
import { mentionedKeys } from '../../domain/summary/mentions';
import { Refusal } from '../refusal';
import { projectSettings } from '../settings/projectSettings';
import type { IssueFacts, SummaryOutside } from './ports';

/** What a source names, of which the mirror has these issues. Nothing of it may be shown unfiltered. */
interface Named {
  readonly issues: readonly IssueFacts[];
  readonly named: number;
  readonly isCut: boolean;
  /** The project without which nothing can be said; null where the source needs none. */
  readonly neededProject: string | null;
}

type Source = ProcedureInput<'summary.show'>;
type Of<Name extends Source['source']> = Extract<Source, { source: Name }>;

function inOrder(issues: readonly IssueFacts[], wanted: readonly string[], by: 'id' | 'key'): readonly IssueFacts[] {
  const found = new Map(issues.map((issue) => [issue[by], issue]));
  return wanted.flatMap((name) => found.get(name) ?? []);
}

async function onPage({ pages, facts, now }: SummaryOutside, { pageId }: Of<'page'>): Promise<Named> {
  const page = await pages.find(pageId);
  if (page === null) throw new Refusal('PAGE_NOT_FOUND');
  const keys = mentionedKeys(page.body, page.site);
  const wanted = keys.slice(0, MOST_REQUIREMENTS);
  const { issues } = await facts.issues({ keys: wanted }, now());
  const isCut = keys.length > wanted.length;
  return { issues: inOrder(issues, wanted, 'key'), named: keys.length, isCut, neededProject: null };
}

/** Steps from link to link, without the issue itself; the nearest first. */
async function reached({ facts }: SummaryOutside, from: string, depth: number): Promise<readonly string[]> {
  const seen = new Set([from]);
  let edge: readonly string[] = [from];
  for (let step = 0; step < depth && edge.length > 0 && seen.size <= MOST_REQUIREMENTS; step += 1) {
    const relations = await facts.relations(edge);
    const next = relations.flatMap(({ sourceId, destinationId }) => [sourceId, destinationId]);
    edge = [...new Set(next)].filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
  }
  return [...seen].slice(1);
}

async function linkedTo(outside: SummaryOutside, { issue: idOrKey, depth }: Of<'linked'>): Promise<Named> {
  const issue = await outside.access.findIssue(idOrKey);
  if (issue === null) throw new Refusal('ISSUE_NOT_FOUND');
  const ids = await reached(outside, issue.id, depth);
  const wanted = ids.slice(0, MOST_REQUIREMENTS);
  const { issues } = await outside.facts.issues({ ids: wanted }, outside.now());
  const isCut = ids.length > wanted.length;
  return { issues: inOrder(issues, wanted, 'id'), named: ids.length, isCut, neededProject: issue.projectId };
}

async function foundBy({ finder, facts, now }: SummaryOutside, { jql }: Of<'jql'>): Promise<Named> {
  const found = await finder.search(jql, MOST_REQUIREMENTS);
  if (found === 'refused') throw new Refusal('INVALID_INPUT', { fields: [{ path: 'jql', rule: 'malformed' }] });
  const { issues } = await facts.issues({ ids: found.ids }, now());
  const named = found.ids.length;
  return { issues: inOrder(issues, found.ids, 'id'), named, isCut: !found.isLast, neededProject: null };
}

async function inProject(outside: SummaryOutside, { project: idOrKey }: Of<'project'>): Promise<Named> {
  const project = await outside.finder.project(idOrKey);
  if (project === null) throw new Refusal('PROJECT_NOT_FOUND');
  const { requirementTypes } = await projectSettings(outside, project.id);
  const types = requirementTypes.map((type) => type.toLowerCase());
  const wanted = { projectId: project.id, types, limit: MOST_REQUIREMENTS };
  const { issues, total } = await outside.facts.issues(wanted, outside.now());
  return { issues, named: total, isCut: total > issues.length, neededProject: project.id };
}

/**
 * The issues that a source names, for this viewer's page, search, issue or project.
 *
 * @throws Refusal `PAGE_NOT_FOUND`, `ISSUE_NOT_FOUND`, `PROJECT_NOT_FOUND`, or `INVALID_INPUT` for a query that Jira does
 *   not accept
 */
export async function issuesOf(outside: SummaryOutside, source: Source): Promise<Named> {
  switch (source.source) {
    case 'page':
      return onPage(outside, source);
    case 'linked':
      return linkedTo(outside, source);
    case 'jql':
      return foundBy(outside, source);
    case 'project':
      return inProject(outside, source);
  }
}
