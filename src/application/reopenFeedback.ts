import type { FeedbackSummary } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { reopenFeedback as reopen } from '../domain/feedback/decide';
import { changeFeedback } from './changeFeedback';
import type { Outside, Viewer } from './ports';
import { projectSettings } from './settings/projectSettings';

/** Takes resolved or declined feedback up again; the reason is for the team. */
export function reopenFeedback(
  outside: Outside,
  viewer: Viewer,
  { reason, ...command }: ProcedureInput<'feedback.reopen'>,
): Promise<FeedbackSummary> {
  return changeFeedback(outside, viewer, {
    ...command,
    type: 'feedback.reopened',
    decide: async ({ feedback, attempt }) => {
      const settings = await projectSettings(outside, feedback.projectId);
      return [reopen(feedback, attempt.keep('text', reason), outside.now(), settings)];
    },
  });
}
