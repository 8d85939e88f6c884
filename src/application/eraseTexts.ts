import type { ProcedureInput } from '../contract/procedures';
import { foldItems } from '../domain/events';
import type { DomainEvent } from '../domain/events';
import { eraseTexts as erase } from '../domain/feedback/decide';
import type { FeedbackEvent } from '../domain/feedback/events';
import { textsOf } from '../domain/feedback/texts';
import { requireItemAdministrator } from './authorize';
import { commit } from './commit';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';

function requireFeedback(events: readonly DomainEvent[], feedbackId: string) {
  const feedback = foldItems(events).feedback.get(feedbackId);
  if (feedback === undefined) throw new Refusal('FEEDBACK_NOT_FOUND');
  const own = events.filter((event): event is FeedbackEvent => event.itemId === feedbackId);
  return { feedback, texts: textsOf(own.toSorted((a, b) => a.itemVersion - b.itemVersion)) };
}

/**
 * Erases for good what was written on an item so far: the text and what it was before, answers, notes and reasons. The
 * decisions stay. For administrators of the project, also when the issue is deleted.
 *
 * @throws Refusal `FEEDBACK_NOT_FOUND` also for people who may not see the issue, `NOT_ALLOWED`, `NOTHING_TO_ERASE`
 */
export async function eraseTexts(
  outside: Outside,
  viewer: Viewer,
  { commandId, feedbackId }: ProcedureInput<'feedback.eraseTexts'>,
): Promise<{ feedbackId: string }> {
  const load = () => outside.journal.itemEvents([feedbackId]);
  const { projectId, issueId } = requireFeedback(await load(), feedbackId).feedback;
  await requireItemAdministrator(outside.access, { projectId, issueId });
  await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'feedback.textsErased',
    load,
    decide: (events) => {
      const { feedback, texts } = requireFeedback(events, feedbackId);
      return Promise.resolve([erase(feedback, texts)]);
    },
  });
  return { feedbackId };
}
