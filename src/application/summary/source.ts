import type { ProcedureInput } from '../../contract/procedures';
import { MOST_REQUIREMENTS } from '../../contract/summaryLimits';
import { mentionedKeys } from '../../domain/summary/mentions';
import { Refusal } from '../refusal';
import type { Viewer } from '../ports';
import { projectSettings } from '../settings/projectSettings';
import type { IssueFacts, QueryAnswer, SummaryOutside } from './ports';

/** For so long the answer to a query is used again. Who may see what it found is asked anew each time. */
const FRESH = 5 * 60 * 1000;
const LONGEST_REASON = 600;

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

async function linkedTo(outside: SummaryOutside, source: Of<'linked'>): Promise<Named> {
  const issue = await outside.access.findIssue(source.issue);
  if (issue === null) throw new Refusal('ISSUE_NOT_FOUND');
  const { depth, direction } = source;
  const types = source.linkTypes.map((type) => type.toLowerCase());
  const walk = { from: issue.id, depth, direction, types, limit: MOST_REQUIREMENTS };
  const { issues, total } = await outside.facts.issues({ walk }, outside.now());
  return { issues, named: total, isCut: total > issues.length, neededProject: issue.projectId };
}

/** Jira's own words, as far as they go into a few lines. */
function refusedQuery(reason: string): Refusal {
  const words = reason.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_REASON);
  const problem = { path: 'jql', rule: 'not_accepted', ...(words === '' ? {} : { words }) } as const;
  return new Refusal('INVALID_INPUT', { fields: [problem] });
}

/** The ids that a query finds, asked of Jira at most once in a while: each costs a point. */
async function answerTo(outside: SummaryOutside, viewer: Viewer, jql: string): Promise<QueryAnswer> {
  const now = outside.now();
  const kept = await outside.answers.find(viewer, jql, now - FRESH);
  if (kept !== null) return kept;
  const found = await outside.finder.search(jql, MOST_REQUIREMENTS);
  if ('refused' in found) throw refusedQuery(found.refused);
  await outside.answers.keep(viewer, jql, found, now);
  return found;
}

async function foundBy(outside: SummaryOutside, viewer: Viewer, { jql }: Of<'jql'>): Promise<Named> {
  const { ids, isLast, total } = await answerTo(outside, viewer, jql);
  const { issues } = await outside.facts.issues({ ids }, outside.now());
  return { issues: inOrder(issues, ids, 'id'), named: total, isCut: !isLast, neededProject: null };
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
export async function issuesOf(outside: SummaryOutside, viewer: Viewer, source: Source): Promise<Named> {
  switch (source.source) {
    case 'page':
      return onPage(outside, source);
    case 'linked':
      return linkedTo(outside, source);
    case 'jql':
      return foundBy(outside, viewer, source);
    case 'project':
      return inProject(outside, source);
  }
}
