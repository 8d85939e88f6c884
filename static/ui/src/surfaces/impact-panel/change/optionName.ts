import type { ChangeOption } from '../../../../../../src/contract/change';
import type { Translate } from '../../../lib/i18n';

/** "A: Full", or with its own title "A: Invoice only". */
export function optionName(t: Translate, option: Pick<ChangeOption, 'kind' | 'title'>, index: number): string {
  const letter = String.fromCodePoint(65 + index);
  return t('change.option.named', { letter, title: option.title ?? t(`change.option.kind.${option.kind}`) });
}
