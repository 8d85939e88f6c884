import type { FeedbackSummary } from '../contract/feedback';
import type { ProcedureInput } from '../contract/procedures';
import { foldItems } from '../domain/events';
import { recordFeedback as record } from '../domain/feedback/decide';
import { requireEditable } from './authorize';
import { commit } from './commit';
import { summarize } from './feedbackSummary';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';
import { resolveContact } from './resolveContact';
import { requirePastDay } from './saidOn';
import { requireOffered } from './settings/offeredKind';
import { projectSettings } from './settings/projectSettings';

/**
 * Records what a client said about an issue.
 *
 * @throws Refusal when the issue may not be edited, the contact does not exist any more, or the day is in the future
 */
export async function recordFeedback(
  outside: Outside,
  viewer: Viewer,
  input: ProcedureInput<'feedback.record'>,
): Promise<FeedbackSummary> {
  const { commandId, issueId, timeZone, text, kind, importance, channel, saidOn } = input;
  requirePastDay(saidOn, timeZone, outside.now(), 'saidOn');
  const { id, projectId } = await requireEditable(outside.access, issueId);
  const events = await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'feedback.recorded',
    load: () => outside.journal.commandEvents(commandId),
    decide: async (_, attempt) => {
      const settings = await projectSettings(outside, projectId);
      requireOffered(kind, settings, 'kind');
      const { contactId, decisions } = await resolveContact(
        outside,
        { projectId, issueId: id },
        input.contact,
        attempt,
      );
      const site = { feedbackId: outside.newId(), projectId, issueId: id, timeZone, now: outside.now() };
      const content = { text: attempt.keep('text', text), kind, importance, contactId, channel, saidOn };
      return [...decisions, record(site, content, settings)];
    },
  });
  const [feedback] = foldItems(events).feedback.values();
  if (feedback?.issueId !== id) throw new Refusal('COMMAND_REUSED');
  return summarize(await outside.feedbackViews.get(feedback.id), viewer);
}
