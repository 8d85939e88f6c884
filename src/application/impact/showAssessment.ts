import type { ImpactResult, ImpactRow, SimilarIssue } from '../../contract/impact';
import type { IssueLabel } from '../../contract/issues';
import type { AssessedRow, AssessedWarning, Assessment } from '../../domain/impact/assessment';

/** Labels of the issues that the viewer may see, by id; what is not in it is hidden or gone, and Jira tells nobody which. */
export type SeenIssues = ReadonlyMap<string, IssueLabel>;

function shown(ids: readonly string[], seen: SeenIssues): readonly IssueLabel[] {
  return ids.flatMap((id) => seen.get(id) ?? []);
}

/** Every issue that an assessment names, the changed ones first. */
export function issuesNamed({ scope, schedule, quality, warnings }: Assessment): readonly string[] {
  return [
    ...new Set([
      ...scope.starts,
      ...scope.rows.flatMap(({ issue, path }) => [issue, ...path.map((step) => step.issue)]),
      ...schedule.cycles.flat(),
      ...quality.tests,
      ...quality.defects,
      ...warnings.flatMap(({ issues = [] }) => issues),
    ]),
  ];
}

function shownRow({ arrivedBy: _, issue, path, ...row }: AssessedRow, label: IssueLabel, seen: SeenIssues): ImpactRow {
  return { ...row, issue: label, path: path.map((step) => ({ ...step, issue: seen.get(step.issue) ?? null })) };
}

function shownScope({ scope }: Assessment, seen: SeenIssues, similar: readonly SimilarIssue[]): ImpactResult['scope'] {
  const places = new Map<number, number>();
  const rows: ImpactRow[] = [];
  for (const [index, row] of scope.rows.entries()) {
    const label = seen.get(row.issue);
    if (label !== undefined) places.set(index, rows.push(shownRow(row, label, seen)) - 1);
  }
  const starts: IssueLabel[] = [];
  for (const [index, id] of scope.starts.entries()) {
    const label = seen.get(id);
    if (label !== undefined) places.set(-1 - index, -starts.push(label));
  }
  const edges = scope.edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ ...edge, from, to }];
  });
  const hidden = scope.rows.length - rows.length;
  return { rows, hidden, edges, starts, listedShare: scope.listedShare, similar };
}

function shownWarning({ issues, ...warning }: AssessedWarning, seen: SeenIssues): ImpactResult['warnings'][number] {
  return issues === undefined ? warning : { ...warning, issues: shown(issues, seen) };
}

/**
 * An assessment as this viewer may read it: what they may not see is a number, and a step without a name where it lies
 * on a path. Sums are the change's own, the same for everybody.
 */
export function showAssessment(
  assessment: Assessment,
  seen: SeenIssues,
  similar: readonly SimilarIssue[] = [],
): ImpactResult {
  const { schedule, cost, quality, waiting, warnings } = assessment;
  const [tests, defects] = [shown(quality.tests, seen), shown(quality.defects, seen)];
  return {
    scope: shownScope(assessment, seen, similar),
    schedule: {
      ...schedule,
      cycles: schedule.cycles.map((ids) => shown(ids, seen)).filter((labels) => labels.length > 0),
    },
    cost,
    quality: {
      tests,
      testsHidden: quality.tests.length - tests.length,
      defects,
      defectsHidden: quality.defects.length - defects.length,
    },
    waiting,
    warnings: warnings.map((warning) => shownWarning(warning, seen)),
  };
}
