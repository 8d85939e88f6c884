import Button from '@atlaskit/button/new';
import { SETTING_PATHS } from '../../../../../../src/contract/settings';
import type { SettingPath, SettingsView } from '../../../../../../src/contract/settings';
import { DifferencesTable } from '../../../components/DifferencesTable';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';
import { fieldOf } from '../state/fields';
import { shownText } from '../state/shown';
import { typedOf, type Typed } from '../state/typed';

interface ChangedMeanwhileProps {
  readonly mine: Typed;
  readonly theirs: SettingsView;
  /** Goes on from the version that is there now. */
  readonly onKeepMine: (version: number) => void;
  readonly onTakeTheirs: (theirs: SettingsView) => void;
}

/** Another administrator saved in between: what differs, and the choice between both. */
export function ChangedMeanwhile({ mine, theirs, onKeepMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const { t, formats } = usePage();
  const other = typedOf(theirs.choices);
  const side = ({ links, texts }: Typed, path: SettingPath) => {
    if (path === 'links') return t('settings.rules', { count: links.length });
    const text = texts[path];
    return text === undefined ? t('settings.builtIn') : shownText(t, formats, path, text);
  };
  const differing = SETTING_PATHS.filter((path) =>
    path === 'links'
      ? JSON.stringify(mine.links) !== JSON.stringify(other.links)
      : mine.texts[path] !== other.texts[path],
  );
  const differences = differing.map((path) => ({
    label: t(fieldOf(path)?.label ?? 'settings.field.links'),
    theirs: side(other, path),
    mine: side(mine, path),
  }));
  const actions = (
    <>
      <Button spacing="compact" onClick={() => onKeepMine(theirs.version)}>
        {t('settings.keepMine')}
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={() => onTakeTheirs(theirs)}>
        {t('settings.takeTheirs')}
      </Button>
    </>
  );
  return (
    <Notice tone="warning" urgent title={t('conflict.title')} actions={actions}>
      <p>{t('settings.conflict')}</p>
      <DifferencesTable differences={differences} />
    </Notice>
  );
}
