import type { Change } from '../../domain/change/change';
import type { Option } from '../../domain/change/events';
import type { ImpactSubject, Review } from '../../domain/impact/subject';
import { requireEditableItem } from '../authorize';
import { loadChange } from '../change/loadChange';
import type { Outside } from '../ports';
import { Refusal } from '../refusal';

type Finding = Pick<Outside, 'access' | 'journal'>;

/**
 * The change request, if the viewer may see the issue that it was raised on.
 *
 * @throws Refusal `CHANGE_NOT_FOUND`
 */
export async function visibleChange(outside: Finding, changeId: string): Promise<Change> {
  const { change } = await loadChange(outside, changeId);
  if ((await outside.access.findIssue(change.issueId)) === null) throw new Refusal('CHANGE_NOT_FOUND');
  return change;
}

/**
 * The change request, if the viewer may edit the issue that it was raised on.
 *
 * @throws Refusal `CHANGE_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function editableChange(outside: Finding, changeId: string): Promise<Change> {
  const { change } = await loadChange(outside, changeId);
  await requireEditableItem(outside.access, change.issueId, 'CHANGE_NOT_FOUND');
  return change;
}

function reviewsOf({ reviews }: Change): readonly Review[] {
  return [...reviews.values()].flatMap(({ issueId, verdict, effort }) =>
    verdict === 'clear' ? [] : [{ issueId, verdict, effort }],
  );
}

/** What it means to meet a change request in one of its ways. */
export function subjectOf(change: Change, { effort, fixedCost, dropped }: Option): ImpactSubject {
  return { requirements: change.requirements, effort, fixedCost, dropped, reviews: reviewsOf(change) };
}
