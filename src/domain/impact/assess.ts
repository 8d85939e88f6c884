import { STATUS_CATEGORIES } from '../mirror/issue';
import type { AssessedRow, Assessment, AssessmentInputs } from './assessment';
import { costOf } from './cost';
import { NO_EFFORT, plus } from './effort';
import { NONE } from './facts';
import type { ImpactFacts } from './facts';
import { kindsOf } from './kinds';
import type { Kinds } from './kinds';
import { outlookOf } from './outlook';
import { edgesAmong } from './picture';
import { planOf } from './plan';
import { routesOf, rulesOf } from './routes';
import { counted, scopeOf } from './scope';
import type { AffectedIssue } from './scope';
import { sizesOf } from './sizes';
import type { Sizes } from './sizes';
import { scopeWarnings } from './warnings';
import type { AssessedWarning } from './assessment';

/** Rows beyond these are in every sum and on no list; whether each may be seen is asked a thousand at a time. */
export const MOST_ROWS = 2_500;
const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1_000;

function idsOf(facts: ImpactFacts, issues: readonly number[]): readonly string[] {
  return issues.map((issue) => facts.issues.id[issue]!);
}

function assessedRow(facts: ImpactFacts, kinds: Kinds, row: AffectedIssue): AssessedRow {
  const { issue, path, arrivedBy, ...rest } = row;
  return {
    issue: facts.issues.id[issue]!,
    type: facts.types[facts.issues.type[issue]!]!,
    status: facts.statuses[facts.issues.status[issue]!]!,
    statusCategory: STATUS_CATEGORIES[facts.issues.category[issue]!]!,
    isRequirement: kinds.isRequirement(issue),
    ...rest,
    path: path.map((step) => ({ ...step, issue: facts.issues.id[step.issue]! })),
    arrivedBy: arrivedBy === NONE ? null : facts.linkTypes[arrivedBy]!.name,
  };
}

function listedShare(facts: ImpactFacts, kinds: Kinds, rows: readonly AffectedIssue[]): number | null {
  const isOwn = (issue: number) => facts.issues.foreign[issue] === 0 && kinds.isRequirement(issue);
  const all = facts.issues.id.filter((_, issue) => isOwn(issue)).length;
  return all === 0 ? null : counted(rows).filter(({ issue }) => isOwn(issue)).length / all;
}

/** The places of issues that the facts have; what was deleted or moved away meanwhile has none. */
function placesIn({ issues }: ImpactFacts): (ids: readonly string[]) => readonly number[] {
  const places = new Map(issues.id.map((id, place) => [id, place]));
  return (ids) => ids.flatMap((id) => places.get(id) ?? []);
}

function savedBy(dropped: readonly number[], { left }: Sizes) {
  return dropped.reduce((sum, issue) => plus(sum, left(issue) ?? NO_EFFORT), NO_EFFORT);
}

/** One warning a code: what several parts say of the same kind is one sentence to a reader. */
function joined(warnings: readonly AssessedWarning[]): readonly AssessedWarning[] {
  return [...new Map(warnings.map((warning) => [warning.code, warning])).values()];
}

/**
 * What a change would do: which issues it affects and why, what it costs, when everything would be finished without and
 * with it, and what is missing or doubtful about all that. The same inputs give the same result, bit for bit.
 */
export function assess(inputs: AssessmentInputs): Assessment {
  const { facts, subject, settings, tuning, today, waiting } = inputs;
  const find = placesIn(facts);
  const starts = find(subject.requirements);
  const dropped = find(subject.dropped);
  const reviews = new Map(subject.reviews.flatMap((review) => find([review.issueId]).map((at) => [at, review])));
  const excluded = new Set([...reviews].flatMap(([issue, { verdict }]) => (verdict === 'exclude' ? [issue] : [])));

  const kinds = kindsOf(facts, settings);
  const sizes = sizesOf(facts, kinds);
  const rules = rulesOf(facts, settings, tuning);
  const routes = routesOf(facts, rules, settings.parents, excluded);
  const { rows, repaired } = scopeOf({ facts, kinds, sizes, routes, reviews }, starts);
  const listed = rows.slice(0, MOST_ROWS);

  const { effort, fixedCost } = subject;
  const plan = planOf({ facts, kinds, sizes, rules, settings, starts, dropped: new Set(dropped), rows, effort });
  const epochDay = Math.floor(Date.parse(`${today}T00:00:00Z`) / MILLISECONDS_A_DAY);
  const outlook = outlookOf({ inputs, epochDay, kinds, sizes, plan });
  const cost = costOf(rows, { settings: settings.cost, effort, fixedCost, saved: savedBy(dropped, sizes) });
  const touched = counted(listed).map(({ issue }) => issue);
  return {
    scope: {
      rows: listed.map((row) => assessedRow(facts, kinds, row)),
      starts: idsOf(facts, starts),
      edges: edgesAmong(facts, routes, starts, listed),
      listedShare: listedShare(facts, kinds, rows),
    },
    schedule: outlook.schedule,
    cost,
    quality: {
      tests: idsOf(facts, touched.filter(kinds.isTest)),
      defects: idsOf(
        facts,
        touched.filter((issue) => kinds.isDefect(issue) && !kinds.isDone(issue)),
      ),
    },
    waiting: outlook.waiting,
    warnings: joined([
      ...scopeWarnings({
        facts,
        rules,
        routes,
        starts,
        rows,
        listed: listed.length,
        repaired: [...new Set([...sizes.repaired, ...repaired])],
        waiting,
      }),
      ...outlook.warnings,
      ...(settings.cost.ratePerDay === null ? [{ code: 'noRate' as const }] : []),
      ...(settings.cost.budget === null ? [{ code: 'noBudget' as const }] : []),
    ]),
  };
}
