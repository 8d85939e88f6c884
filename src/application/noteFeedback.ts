import type { FeedbackSummary } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { noteFeedback as note } from '../domain/feedback/decide';
import { changeFeedback } from './changeFeedback';
import type { Outside, Viewer } from './ports';

/** Adds a note for the team, whatever else happened to the item meanwhile. */
export function noteFeedback(
  outside: Outside,
  viewer: Viewer,
  input: ProcedureInput<'feedback.note'>,
): Promise<FeedbackSummary> {
  return changeFeedback(outside, viewer, {
    commandId: input.commandId,
    feedbackId: input.feedbackId,
    type: 'feedback.noted',
    decide: ({ feedback, attempt }) => [note(feedback, attempt.keep('text', input.note))],
  });
}
