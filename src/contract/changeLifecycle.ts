import type { ChangeMove, ChangeState } from './changeVocabulary';

/** Where each state leads by moving; freezing, deciding and verifying lead on besides. */
const NEXT: Readonly<Record<ChangeState, readonly ChangeMove[]>> = {
  draft: ['assessing', 'withdrawn'],
  assessing: ['withdrawn'],
  awaitingDecision: ['assessing', 'withdrawn'],
  approved: ['implementing', 'withdrawn'],
  approvedWithConditions: ['implementing', 'withdrawn'],
  deferred: ['assessing', 'withdrawn'],
  rejected: [],
  withdrawn: [],
  implementing: ['implemented', 'withdrawn'],
  implemented: ['implementing'],
  verified: [],
};

const OPEN: ReadonlySet<ChangeState> = new Set([
  'draft',
  'assessing',
  'awaitingDecision',
  'approved',
  'approvedWithConditions',
  'implementing',
]);

/** Where a change request in the state may be moved, the usual next step first. */
export function changeMovesFrom(state: ChangeState): readonly ChangeMove[] {
  return NEXT[state];
}

/** Whether it is still to be decided or to be done; what is deferred rests. */
export function isOpenChange(state: ChangeState): boolean {
  return OPEN.has(state);
}

/** Whether what it says, its options and reviews may still be changed. */
export function canEditChange(state: ChangeState): boolean {
  return state === 'draft' || state === 'assessing' || state === 'awaitingDecision';
}

/** Whether its assessment may be frozen, so that it awaits a decision. */
export function canFreeze(state: ChangeState): boolean {
  return state === 'draft' || state === 'assessing';
}

/** Whether it awaits a decision. */
export function canDecide(state: ChangeState): boolean {
  return state === 'awaitingDecision';
}

/** Whether what it did may be held against what was predicted. */
export function canVerify(state: ChangeState): boolean {
  return state === 'implemented';
}
