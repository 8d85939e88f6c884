import { canReopen, movesFrom, needsAnswer } from '../../contract/lifecycle';
import type { MoveTarget } from '../../contract/vocabulary';
import type { ErasableRef } from '../journal/event';
import type { WrittenTexts } from '../journal/texts';
import { RuleViolation } from '../violation';
import type { FeedbackContent, FeedbackDecision } from './events';
import { isOpen } from './feedback';
import type { Feedback } from './feedback';
import { dueTimes } from './targets';
import type { DueTimes, Promises } from './targets';

/** Where and by which office's clock feedback is recorded. */
export interface RecordingSite {
  readonly feedbackId: string;
  readonly projectId: string;
  readonly issueId: string;
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function next<Type extends FeedbackDecision['type'], Data extends object>(feedback: Feedback, type: Type, data: Data) {
  return {
    itemType: 'feedback',
    itemId: feedback.id,
    itemVersion: feedback.version + 1,
    issueId: feedback.issueId,
    type,
    data,
  } as const;
}

/**
 * Refuses a decision that was made on an older version than the present one.
 *
 * @throws RuleViolation `CONFLICT`
 */
export function requireVersion(feedback: Feedback, expectedVersion: number): void {
  if (feedback.version !== expectedVersion) {
    throw new RuleViolation('CONFLICT', `Made on version ${expectedVersion}, but it is at ${feedback.version}`);
  }
}

/** Records what a contact said. */
export function recordFeedback(site: RecordingSite, content: FeedbackContent, promises: Promises): FeedbackDecision {
  const { feedbackId, projectId, issueId, timeZone, now } = site;
  const due = dueTimes({ ...content, timeZone, recordedAt: now, openedAt: now }, promises);
  return {
    itemType: 'feedback',
    itemId: feedbackId,
    itemVersion: 1,
    issueId,
    type: 'feedback.recorded',
    data: { ...content, ...due, projectId, issueId, timeZone },
  };
}

/** What was promised stays promised, whatever the project promises now, until kind or importance change. */
function dueAfter(feedback: Feedback, changes: Partial<FeedbackContent>, promises: Promises): DueTimes {
  const edited = { ...feedback, ...changes };
  if (edited.kind === feedback.kind && edited.importance === feedback.importance) {
    return { respondBy: feedback.respondBy, resolveBy: feedback.resolveBy };
  }
  return dueTimes(edited, promises);
}

/**
 * Corrects what was recorded; due times follow kind and importance.
 *
 * @throws RuleViolation `TRANSITION_NOT_POSSIBLE` for merged feedback
 */
export function editFeedback(
  feedback: Feedback,
  changes: Partial<FeedbackContent>,
  promises: Promises,
): FeedbackDecision {
  if (feedback.state === 'merged') throw new RuleViolation('TRANSITION_NOT_POSSIBLE', 'Merged feedback is not edited');
  return next(feedback, 'feedback.edited', { changes, ...dueAfter(feedback, changes, promises) });
}

/**
 * Moves feedback along its life cycle.
 *
 * @throws RuleViolation `TRANSITION_NOT_POSSIBLE`, or `ANSWER_MISSING` where the client must get an answer
 */
export function moveFeedback(feedback: Feedback, to: MoveTarget, answer: ErasableRef | null): FeedbackDecision {
  if (!movesFrom(feedback.state).includes(to)) {
    throw new RuleViolation('TRANSITION_NOT_POSSIBLE', `From ${feedback.state} to ${to}`);
  }
  if (needsAnswer(to) && answer === null) throw new RuleViolation('ANSWER_MISSING', `Moving to ${to} needs an answer`);
  return next(feedback, 'feedback.moved', { from: feedback.state, to, answer });
}

/**
 * Takes closed feedback up again; the clock for its resolution starts anew.
 *
 * @throws RuleViolation `TRANSITION_NOT_POSSIBLE` unless it is resolved or declined
 */
export function reopenFeedback(
  feedback: Feedback,
  reason: ErasableRef,
  now: number,
  promises: Promises,
): FeedbackDecision {
  if (!canReopen(feedback.state)) throw new RuleViolation('TRANSITION_NOT_POSSIBLE', `Reopening ${feedback.state}`);
  const { respondBy } = feedback;
  const { resolveBy } = dueTimes({ ...feedback, openedAt: now }, promises);
  return next(feedback, 'feedback.reopened', { from: feedback.state, reason, respondBy, resolveBy });
}

/** Adds a note that only the team reads. */
export function noteFeedback(feedback: Feedback, note: ErasableRef): FeedbackDecision {
  return next(feedback, 'feedback.noted', { note });
}

/**
 * Erases everything that was written on the item up to now; the decisions themselves stay.
 *
 * @throws RuleViolation `NOTHING_TO_ERASE` when no text is left
 */
export function eraseTexts(feedback: Feedback, { kept }: WrittenTexts): FeedbackDecision {
  if (kept.length === 0) throw new RuleViolation('NOTHING_TO_ERASE', 'No text is left');
  return next(feedback, 'feedback.textsErased', { count: kept.length });
}

/**
 * Merges one item into another of the same issue. Both items take a version, so that two merges at once cannot merge
 * two items into each other.
 *
 * @throws RuleViolation `TRANSITION_NOT_POSSIBLE` when it is merged already, `MERGE_TARGET_UNUSABLE` when the other is
 *   the same, merged itself, or of another issue
 */
export function mergeFeedback(feedback: Feedback, into: Feedback): readonly FeedbackDecision[] {
  if (feedback.state === 'merged') throw new RuleViolation('TRANSITION_NOT_POSSIBLE', 'It is merged already');
  if (into.id === feedback.id || into.state === 'merged' || into.issueId !== feedback.issueId) {
    throw new RuleViolation('MERGE_TARGET_UNUSABLE', `Into ${into.id} (${into.state})`);
  }
  return [
    next(feedback, 'feedback.merged', { from: feedback.state, into: into.id }),
    next(into, 'feedback.absorbed', { merged: feedback.id }),
  ];
}

/**
 * Undoes a merge: the item is again what it was before.
 *
 * @throws RuleViolation `TRANSITION_NOT_POSSIBLE` unless it is merged into `into`
 */
export function unmergeFeedback(feedback: Feedback, into: Feedback): readonly FeedbackDecision[] {
  const { stateBeforeMerge } = feedback;
  if (stateBeforeMerge === null || feedback.mergedInto !== into.id) {
    throw new RuleViolation('TRANSITION_NOT_POSSIBLE', `It is not merged into ${into.id}`);
  }
  return [
    next(feedback, 'feedback.unmerged', { to: stateBeforeMerge, outOf: into.id }),
    next(into, 'feedback.released', { unmerged: feedback.id }),
  ];
}

/**
 * Notes that a change request was raised from the feedback, which is planned from then on.
 *
 * @throws RuleViolation `FEEDBACK_UNUSABLE` unless it is open, asks for a change and has become none yet
 */
export function raiseAsChange(feedback: Feedback, changeId: string): FeedbackDecision {
  if (!isOpen(feedback) || feedback.kind !== 'change' || feedback.changeId !== null) {
    throw new RuleViolation('FEEDBACK_UNUSABLE', `${feedback.kind} feedback, ${feedback.state}`);
  }
  return next(feedback, 'feedback.raisedAsChange', { from: feedback.state, changeId });
}
