import { foldItems } from '../domain/events';
import type { DomainEvent } from '../domain/events';
import { requireVersion } from '../domain/feedback/decide';
import type { Feedback } from '../domain/feedback/feedback';
import { RuleViolation } from '../domain/violation';
import type { FeedbackSummary } from '../contract/feedback';
import type { Attempt } from './attempt';
import { requireEditableItem } from './authorize';
import { commit } from './commit';
import type { DomainDecision } from './commit';
import { summarize } from './feedbackSummary';
import type { Outside, Viewer, VisibleIssue } from './ports';
import { Refusal } from './refusal';
import { repairItems } from './repairProjections';

/** What a change decides on: the item as it now is, its issue, and the other item where one is concerned. */
export interface ChangeContext {
  readonly feedback: Feedback;
  readonly issue: VisibleIssue;
  readonly other: Feedback | null;
  readonly attempt: Attempt;
}

export interface FeedbackChange {
  readonly commandId: string;
  readonly feedbackId: string;
  /** The version the change was made on; absent where any version will do. */
  readonly expectedVersion?: number;
  readonly type: DomainEvent['type'];
  /** Another item to be read beside it. */
  readonly otherId?: (feedback: Feedback) => string | null;
  readonly decide: (context: ChangeContext) => Promise<readonly DomainDecision[]> | readonly DomainDecision[];
}

/**
 * The item, whoever asks.
 *
 * @throws Refusal `FEEDBACK_NOT_FOUND`
 */
async function loadFeedback(outside: Outside, feedbackId: string): Promise<Feedback> {
  const feedback = foldItems(await outside.journal.itemEvents([feedbackId])).feedback.get(feedbackId);
  if (feedback === undefined) throw new Refusal('FEEDBACK_NOT_FOUND');
  return feedback;
}

async function decideChange(
  change: FeedbackChange,
  issue: VisibleIssue,
  otherId: string | null,
  events: readonly DomainEvent[],
  attempt: Attempt,
) {
  const { feedback: items } = foldItems(events);
  const feedback = items.get(change.feedbackId);
  if (feedback === undefined) throw new Refusal('FEEDBACK_NOT_FOUND');
  if (change.expectedVersion !== undefined) requireVersion(feedback, change.expectedVersion);
  const other = otherId === null ? null : (items.get(otherId) ?? null);
  return change.decide({ feedback, issue, other, attempt });
}

/**
 * Changes one item on behalf of somebody who may edit its issue.
 *
 * @returns the item as it is afterwards
 * @throws Refusal `CONFLICT` with the present item when it has been changed meanwhile, and what `commit` throws
 */
export async function changeFeedback(
  outside: Outside,
  viewer: Viewer,
  change: FeedbackChange,
): Promise<FeedbackSummary> {
  const { feedbackId, commandId, type } = change;
  const feedback = await loadFeedback(outside, feedbackId);
  const issue = await requireEditableItem(outside.access, feedback.issueId);
  const otherId = change.otherId?.(feedback) ?? null;
  const itemIds = otherId === null ? [feedbackId] : [feedbackId, otherId];
  const view = async () => summarize(await outside.feedbackViews.get(feedbackId), viewer);
  try {
    await commit(outside, {
      viewer,
      commandId,
      projectId: feedback.projectId,
      type,
      load: () => outside.journal.itemEvents(itemIds),
      decide: (events, attempt) => decideChange(change, issue, otherId, events, attempt),
    });
  } catch (error) {
    if (error instanceof RuleViolation && error.code === 'CONFLICT') {
      await repairItems(outside, [feedbackId]);
      throw new Refusal('CONFLICT', { current: await view(), cause: error });
    }
    throw error;
  }
  return view();
}
