import type { FeedbackSummary } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { moveFeedback as move } from '../domain/feedback/decide';
import { changeFeedback } from './changeFeedback';
import type { Outside, Viewer } from './ports';

/** Moves feedback along its life cycle, with the answer that the client reads. */
export function moveFeedback(
  outside: Outside,
  viewer: Viewer,
  { to, answer, ...command }: ProcedureInput<'feedback.move'>,
): Promise<FeedbackSummary> {
  return changeFeedback(outside, viewer, {
    ...command,
    type: 'feedback.moved',
    decide: ({ feedback, attempt }) => [move(feedback, to, answer === undefined ? null : attempt.keep('text', answer))],
  });
}
