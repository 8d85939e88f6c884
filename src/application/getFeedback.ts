import type { FeedbackDetail, MergedItem, ThreadEntry } from '../contract/feedback';
import { foldItems } from '../domain/events';
import type { DomainEvent } from '../domain/events';
import type { FeedbackEvent } from '../domain/feedback/events';
import type { ErasableRef } from '../domain/journal/event';
import { excerptOf, instant, summarize } from './feedbackSummary';
import { historyOf, refsOf } from './feedbackHistory';
import type { FeedbackRow, Outside, Viewer } from './ports';
import { Refusal } from './refusal';
import { repairItems } from './repairProjections';

type Texts = ReadonlyMap<string, string>;

function entry(event: DomainEvent, ref: ErasableRef, texts: Texts): ThreadEntry {
  return { text: texts.get(ref.ref) ?? null, at: instant(event.at), by: texts.get(event.actor.ref) ?? null };
}

function answersOf(events: readonly FeedbackEvent[], texts: Texts): ThreadEntry[] {
  return events.flatMap((event) =>
    event.type === 'feedback.moved' && event.data.answer !== null ? [entry(event, event.data.answer, texts)] : [],
  );
}

function notesOf(events: readonly FeedbackEvent[], texts: Texts): ThreadEntry[] {
  return events.flatMap((event) => (event.type === 'feedback.noted' ? [entry(event, event.data.note, texts)] : []));
}

/** Items merged into this one, those merged into them included. */
function mergedInto(id: string, merged: readonly FeedbackRow[]): MergedItem[] {
  return merged
    .filter((row) => row.mergedInto === id)
    .flatMap((row) => [
      { id: row.id, contact: row.contact, excerpt: excerptOf(row.beginning).excerpt },
      ...mergedInto(row.id, merged),
    ]);
}

/**
 * One item with its thread and history; notes and reasons only for those who may edit the issue.
 *
 * @throws Refusal `FEEDBACK_NOT_FOUND`, also when its issue may not be seen
 */
export async function getFeedback(
  outside: Outside,
  viewer: Viewer,
  { feedbackId }: { readonly feedbackId: string },
): Promise<FeedbackDetail> {
  const all = await outside.journal.itemEvents([feedbackId]);
  const feedback = foldItems(all).feedback.get(feedbackId);
  if (feedback === undefined) throw new Refusal('FEEDBACK_NOT_FOUND');
  const issue = await outside.access.findIssue(feedback.issueId);
  if (issue === null) throw new Refusal('FEEDBACK_NOT_FOUND');
  const [edit = false, eraseContact = false] = await outside.access.holds([
    { permission: 'EDIT_ISSUES', issueId: issue.id },
    { permission: 'ADMINISTER_PROJECTS', projectId: issue.projectId },
  ]);

  const events = all.filter((event): event is FeedbackEvent => event.itemType === 'feedback');
  const visible = edit ? events : events.filter((event) => event.type !== 'feedback.noted');
  const behind = await outside.journal.behindOnIssue(issue.id);
  await repairItems(outside, behind);
  const [row, texts, merged] = await Promise.all([
    outside.feedbackViews.get(feedbackId),
    outside.erasables.read([feedback.text.ref, ...visible.flatMap((event) => refsOf(event, edit))]),
    outside.feedbackViews.mergedOnIssue(issue.id),
  ]);
  return {
    ...summarize(row, viewer),
    text: texts.get(feedback.text.ref) ?? null,
    answers: answersOf(visible, texts),
    notes: edit ? notesOf(visible, texts) : null,
    history: historyOf(visible, texts, edit),
    mergedFrom: mergedInto(feedbackId, merged),
    changeId: feedback.changeId,
    may: { edit, eraseContact },
  };
}
