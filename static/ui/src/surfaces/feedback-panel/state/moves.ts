import type { FeedbackState, MoveTarget } from '../../../../../../src/contract/vocabulary';

const NEXT: Readonly<Record<FeedbackState, readonly MoveTarget[]>> = {
  new: ['acknowledged', 'planned', 'resolved', 'declined'],
  acknowledged: ['planned', 'resolved', 'declined'],
  planned: ['resolved', 'declined'],
  resolved: [],
  declined: [],
  merged: [],
};

/** Where the buttons offer to move an item; the back end decides. */
export function movesFrom(state: FeedbackState): readonly MoveTarget[] {
  return NEXT[state];
}

/** Whether moving there takes a text that the client reads. */
export function needsAnswer(to: MoveTarget): boolean {
  return to === 'resolved' || to === 'declined';
}
