import type { ChangeSummary } from '../../../../../../src/contract/change';
import type { Translate } from '../../../lib/i18n';

/** "Change 3: Pay by invoice", with words in the place of an erased title. */
export function changeTitle(t: Translate, { number, title }: Pick<ChangeSummary, 'number' | 'title'>): string {
  return t('change.numbered', { number, title: title ?? t('change.erasedTitle') });
}
