import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { SettingChange, SettingsSaving } from '../../../../../../src/contract/settings';
import { FailureNotice } from '../../../components/FailureNotice';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { useNames } from '../../../lib/useNames';
import { fieldOf } from '../state/fields';
import { usePlace } from '../state/place';
import { shownText } from '../state/shown';
import { textOf } from '../state/typed';

function Change({ change }: { readonly change: SettingChange }) {
  const { t, formats } = usePage();
  const { path, from, to } = change;
  const side = (value: unknown): string => {
    if (value === undefined) return t('settings.builtIn');
    if (path === 'links') return t('settings.rules', { count: Array.isArray(value) ? value.length : 0 });
    return shownText(t, formats, path, textOf(value));
  };
  return (
    <li>
      {t('settings.change', {
        field: t(fieldOf(path)?.label ?? 'settings.field.links'),
        from: side(from),
        to: side(to),
      })}
    </li>
  );
}

/** Who changed what and when, read when somebody asks. */
export function SavingHistory({ version }: { readonly version: number }) {
  const { t, formats } = usePage();
  const place = usePlace();
  const [savings, setSavings] = useState<readonly SettingsSaving[] | null>(null);
  const command = useCommand();
  const nameOf = useNames((savings ?? []).map(({ by }) => by));

  async function load(): Promise<void> {
    const history = await command.run(place.history);
    if (history !== null) setSavings(history.savings);
  }

  return (
    <section className="section" aria-labelledby="history-title">
      <h2 className="heading" id="history-title">
        {t('settings.history')}
      </h2>
      {version === 0 ? <p className="quiet">{t('settings.neverSaved')}</p> : null}
      {command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void load()} />}
      {savings === null && version > 0 ? (
        <div className="button-row">
          <Button onClick={() => void load()}>
            {command.busy ? t('settings.loading') : t('settings.showHistory')}
          </Button>
        </div>
      ) : null}
      {savings === null ? null : (
        <ol className="savings">
          {savings.map((saving) => (
            <li key={saving.version}>
              <p>{t('settings.savedBy', { person: nameOf(saving.by), when: formats.moment(saving.at) })}</p>
              <ul>
                {saving.changes.map((change) => (
                  <Change key={change.path} change={change} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
