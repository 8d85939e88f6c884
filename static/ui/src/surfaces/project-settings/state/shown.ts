import type { SettingPath } from '../../../../../../src/contract/settings';
import type { Formats } from '../../../lib/formats';
import type { Translate } from '../../../lib/i18n';
import { fieldOf } from './fields';

/** A value, given as it is typed, as people read it in one line. */
export function shownText(t: Translate, formats: Formats, path: SettingPath, text: string): string {
  const field = fieldOf(path);
  const words = text.split('\n');
  if (words.join('') === '') return t('settings.none');
  if (field?.kind === 'switch') return t(text === 'true' ? 'settings.on' : 'settings.off');
  const named = words.map((word) => {
    const choice = field?.choices?.find((each) => each.value === word);
    return choice === undefined ? word : t(choice.label);
  });
  return formats.list(named);
}
