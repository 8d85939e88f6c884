import type { FeedbackSummary } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { unmergeFeedback as unmerge } from '../domain/feedback/decide';
import { changeFeedback } from './changeFeedback';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';

/** Undoes a merge: the item stands alone again, in the state it had. */
export function unmergeFeedback(
  outside: Outside,
  viewer: Viewer,
  command: ProcedureInput<'feedback.unmerge'>,
): Promise<FeedbackSummary> {
  return changeFeedback(outside, viewer, {
    ...command,
    type: 'feedback.unmerged',
    otherId: (feedback) => feedback.mergedInto,
    decide: ({ feedback, other }) => {
      if (other === null) throw new Refusal('TRANSITION_NOT_POSSIBLE');
      return unmerge(feedback, other);
    },
  });
}
