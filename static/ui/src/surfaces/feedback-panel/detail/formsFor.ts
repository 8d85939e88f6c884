import type { FeedbackState } from '../../../../../../src/contract/vocabulary';
import { isOpen } from '../state/filters';
import type { ItemForm } from './operations';

/** The forms that suit a state, the most likely first. */
export function formsFor(state: FeedbackState): readonly ItemForm[] {
  if (isOpen({ state })) return ['answer', 'decline', 'edit', 'note', 'merge'];
  return state === 'merged' ? ['note'] : ['reopen', 'edit', 'note'];
}
