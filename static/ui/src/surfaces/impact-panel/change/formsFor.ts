import type { ChangeDetail } from '../../../../../../src/contract/change';
import { canDecide, canEditChange, changeMovesFrom } from '../../../../../../src/contract/changeLifecycle';
import type { ChangeForm } from './operations';

/** The forms that suit a change request and the viewer, the most likely first. */
export function formsFor({ state, may }: Pick<ChangeDetail, 'state' | 'may'>): readonly ChangeForm[] {
  const forms: readonly (readonly [ChangeForm, boolean])[] = [
    ['decide', may.edit && canDecide(state)],
    ['options', may.edit && canEditChange(state)],
    ['edit', may.edit && canEditChange(state)],
    ['withdraw', may.edit && changeMovesFrom(state).includes('withdrawn')],
    ['erase', may.erase],
  ];
  return forms.filter(([, suits]) => suits).map(([form]) => form);
}
