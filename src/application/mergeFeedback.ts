import type { FeedbackSummary } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { mergeFeedback as merge } from '../domain/feedback/decide';
import { changeFeedback } from './changeFeedback';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';

/** Merges an item into another of the same issue; those who asked for it now stand with the other. */
export function mergeFeedback(
  outside: Outside,
  viewer: Viewer,
  { intoId, ...command }: ProcedureInput<'feedback.merge'>,
): Promise<FeedbackSummary> {
  return changeFeedback(outside, viewer, {
    ...command,
    type: 'feedback.merged',
    otherId: () => intoId,
    decide: ({ feedback, other }) => {
      if (other === null) throw new Refusal('MERGE_TARGET_UNUSABLE');
      return merge(feedback, other);
    },
  });
}
