import type { ImpactResult } from '../../contract/impact';
import type { ProcedureInput } from '../../contract/procedures';
import type { Assessment } from '../../domain/impact/assessment';
import type { Review } from '../../domain/impact/subject';
import type { Viewer } from '../ports';
import { assessSubject, projectInputs } from './assessProject';
import type { ImpactOutside } from './outside';
import { seenIssues } from './seenIssues';
import { issuesNamed, showAssessment } from './showAssessment';
import { withSimilar } from './similarIssues';
import { subjectOfChange, subjectOfIssue } from './subjects';
import type { AssessedSubject } from './subjects';

type UnsavedReview = ProcedureInput<'impact.assess'>['reviews'][number];

/**
 * What was said of issues, the unsaved over the saved. Unsaved words on an issue that the viewer may not see are not
 * heard: what they do to the sums would tell of it.
 */
async function reviewsOf(
  outside: ImpactOutside,
  saved: readonly Review[],
  unsaved: readonly UnsavedReview[],
): Promise<readonly Review[]> {
  if (unsaved.length === 0) return saved;
  const visible = await outside.visibility.visibleAmong(unsaved.map(({ issueId }) => issueId));
  const reviews = new Map(saved.map((review) => [review.issueId, review]));
  for (const review of unsaved) {
    if (!visible.has(review.issueId)) continue;
    if (review.verdict === 'clear') reviews.delete(review.issueId);
    else reviews.set(review.issueId, review);
  }
  return [...reviews.values()];
}

function isNothingLinked({ warnings }: Assessment): boolean {
  return warnings.some(({ code }) => code === 'noLinks');
}

async function shownTo(outside: ImpactOutside, result: Assessment, subject: AssessedSubject): Promise<ImpactResult> {
  const named = issuesNamed(result);
  const { seen, similar } = isNothingLinked(result)
    ? await withSimilar(outside, named, result.scope.starts, subject)
    : { seen: await seenIssues(outside, named), similar: [] };
  return showAssessment(result, seen, similar);
}

/**
 * What it would do to change an issue, or to meet a change request in one of its ways, as this viewer may read it.
 * Nothing is stored and nothing written.
 *
 * @throws Refusal `ISSUE_NOT_FOUND`, `CHANGE_NOT_FOUND`, `MIRROR_NOT_READY`
 */
export async function assessImpact(
  outside: ImpactOutside,
  _viewer: Viewer,
  input: ProcedureInput<'impact.assess'>,
): Promise<ImpactResult> {
  const subject = 'issueId' in input ? await subjectOfIssue(outside, input) : await subjectOfChange(outside, input);
  const reviews = await reviewsOf(outside, subject.of.reviews, input.reviews);
  const project = await projectInputs(outside, subject.projectId, subject.settings);
  const { result } = assessSubject(project, { ...subject.of, reviews });
  return shownTo(outside, result, subject);
}
