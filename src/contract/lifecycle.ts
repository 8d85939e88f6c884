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

/** Whether feedback in `from` may be moved to `to`. */
export function canMove(from: FeedbackState, to: MoveTarget): boolean {
  return NEXT[from].includes(to);
}

/** Whether arriving in the state needs a text that the client may read. */
export function needsAnswer(to: MoveTarget): boolean {
  return to === 'resolved' || to === 'declined';
}

/** Whether feedback in this state may be reopened. */
export function canReopen(state: FeedbackState): boolean {
  return state === 'resolved' || state === 'declined';
}
