import type { ChangeConflict } from '../../contract/change';
import type { IssueLabel } from '../../contract/issues';
import { isOpenChange } from '../../contract/changeLifecycle';
import type { Change } from '../../domain/change/change';
import type { Outside, SharedIssues } from '../ports';

type Labels = ReadonlyMap<string, IssueLabel>;

/** Issues by their labels for those that the viewer sees; of the others only how many there are. */
export function shown(
  labels: Labels,
  issueIds: readonly string[],
): { readonly seen: readonly IssueLabel[]; readonly hidden: number } {
  const seen = issueIds.flatMap((id) => {
    const label = labels.get(id);
    return label === undefined ? [] : [{ id: label.id, key: label.key, summary: label.summary }];
  });
  return { seen, hidden: issueIds.length - seen.length };
}

/** Other open change requests that touch some of the same issues; none once this one is not open any more. */
export async function conflictsOf(
  { changeViews }: Pick<Outside, 'changeViews'>,
  change: Change,
): Promise<readonly SharedIssues[]> {
  return isOpenChange(change.state) ? changeViews.sharing(change.id) : [];
}

/** The issues that showing conflicts needs to know of. */
export function conflictIssues(conflicts: readonly SharedIssues[]): readonly string[] {
  return conflicts.flatMap(({ change, issueIds }) => [change.issueId, ...issueIds]);
}

/** Conflicts as a viewer may see them: of a change request on a hidden issue nothing at all. */
export function showConflicts(conflicts: readonly SharedIssues[], labels: Labels): readonly ChangeConflict[] {
  return conflicts.flatMap(({ change, issueIds }) => {
    if (!labels.has(change.issueId)) return [];
    const { seen, hidden } = shown(labels, issueIds);
    const { id, number, state, title } = change;
    return [{ change: { id, number, state, title }, shared: seen, hidden }];
  });
}
