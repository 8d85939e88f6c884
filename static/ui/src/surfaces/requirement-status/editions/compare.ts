import type { RequirementStatus, StatusSummary } from '../../../../../../src/contract/summary';

/** What became of a requirement between two moments. */
export interface Difference {
  readonly row: RequirementStatus;
  readonly before: RequirementStatus | null;
  readonly kinds: readonly DifferenceKind[];
}

export const DIFFERENCES = ['added', 'removed', 'changed', 'moved', 'late'] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];

function changed(before: RequirementStatus, after: RequirementStatus): boolean {
  const said = ({ summary, status, progress }: RequirementStatus) => JSON.stringify([summary, status, progress]);
  return said(before) !== said(after);
}

function moved(before: RequirementStatus, after: RequirementStatus): boolean {
  const planned = ({ milestone, due }: RequirementStatus) =>
    JSON.stringify([milestone?.name, milestone?.releaseDate, due]);
  return planned(before) !== planned(after);
}

function kindsOf(before: RequirementStatus, after: RequirementStatus): readonly DifferenceKind[] {
  return [
    ...(changed(before, after) ? (['changed'] as const) : []),
    ...(moved(before, after) ? (['moved'] as const) : []),
    ...(!before.isLate && after.isLate ? (['late'] as const) : []),
  ];
}

/**
 * What changed from one state to a later one: what came and went, what got another status, progress or summary, what
 * was planned for another time, and what became late.
 *
 * @param unseen ids that the reader sees in only one of them because that was published: nothing is said of them.
 */
export function compareStatus(
  before: StatusSummary,
  after: StatusSummary,
  unseen: ReadonlySet<string>,
): readonly Difference[] {
  const known = (summary: StatusSummary) => summary.requirements.filter(({ id }) => !unseen.has(id));
  const earlier = new Map(known(before).map((row) => [row.id, row]));
  const later = new Set(known(after).map(({ id }) => id));
  const there = known(after).flatMap((row): Difference[] => {
    const was = earlier.get(row.id) ?? null;
    const kinds = was === null ? (['added'] as const) : kindsOf(was, row);
    return kinds.length === 0 ? [] : [{ row, before: was, kinds }];
  });
  const gone = [...earlier.values()].filter(({ id }) => !later.has(id));
  return [...there, ...gone.map((row): Difference => ({ row, before: row, kinds: ['removed'] }))];
}
