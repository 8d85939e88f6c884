import type { FeedbackState, MoveTarget } from './vocabulary';

/** Where each state leads by moving. Steps may be skipped: a question is often answered the moment it is asked. */
const NEXT: Readonly<Record<FeedbackState, readonly MoveTarget[]>> = {
  new: ['acknowledged', 'planned', 'resolved', 'declined'],
  acknowledged: ['planned', 'resolved', 'declined'],
  planned: ['resolved', 'declined'],
  resolved: [],
  declined: [],
  merged: [],
};

/** Where feedback in the state may be moved, the usual next step first. */
export function movesFrom(state: FeedbackState): readonly MoveTarget[] {
  return NEXT[state];
}

/** Whether arriving in the state needs a text that the client may read. */
export function needsAnswer(to: MoveTarget): boolean {
  return to === 'resolved' || to === 'declined';
}

/** Whether feedback in this state may be reopened. */
export function canReopen(state: FeedbackState): boolean {
  return state === 'resolved' || state === 'declined';
}
