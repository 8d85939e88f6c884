import { FailureNotice } from '../../components/FailureNotice';
import { usePage } from '../../lib/Page';
import { SettingsForm } from './SettingsForm';
import { useSettings } from './state/useSettings';

/** What the project chooses of everything that panels and reports assume. */
export function SettingsPage() {
  const { t } = usePage();
  const { state, retry, show } = useSettings();
  return (
    <main className="settings">
      <h1 className="visually-hidden">{t('module.projectSettings.title')}</h1>
      {state.phase === 'loading' ? (
        <p className="quiet" role="status">
          {t('settings.loading')}
        </p>
      ) : null}
      {state.phase === 'failed' ? (
        <FailureNotice failure={state.failure} title={t('settings.failed')} onRetry={retry} />
      ) : null}
      {state.phase === 'ready' ? <SettingsForm key={state.view.version} view={state.view} onView={show} /> : null}
    </main>
  );
}
