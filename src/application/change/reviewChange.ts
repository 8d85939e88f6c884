import type { ChangeSummary } from '../../contract/change';
import type { ReviewInput } from '../../contract/changeSchema';
import type { ProcedureInput } from '../../contract/procedures';
import { reviewChange as review } from '../../domain/change/decide';
import type { Review } from '../../domain/change/events';
import type { Attempt } from '../attempt';
import type { Outside, Viewer } from '../ports';
import { kept } from './keptTexts';
import { requireSeen } from './requireSeen';
import { takeStep } from './takeStep';

function reviewOf(given: ReviewInput, attempt: Attempt): Review {
  const { issueId, verdict } = given;
  if (verdict === 'clear') return { issueId, verdict, reason: null, effort: null };
  return { issueId, verdict, reason: kept(attempt, given.reason), effort: given.effort };
}

/**
 * Keeps what somebody says of issues while assessing.
 *
 * @throws Refusal as `takeStep`; `INVALID_INPUT` for issues that the viewer does not see or that are of another project
 */
export function reviewChange(
  outside: Outside,
  viewer: Viewer,
  { reviews, ...command }: ProcedureInput<'change.review'>,
): Promise<ChangeSummary> {
  const named = reviews.map(({ issueId }, index) => ({ issueId, path: `reviews.${String(index)}.issueId` }));
  return takeStep(outside, viewer, {
    ...command,
    type: 'change.reviewed',
    decide: async ({ change, issue, attempt }) => {
      await requireSeen(outside.access, issue.projectId, named);
      return [
        review(
          change,
          reviews.map((given) => reviewOf(given, attempt)),
        ),
      ];
    },
  });
}
