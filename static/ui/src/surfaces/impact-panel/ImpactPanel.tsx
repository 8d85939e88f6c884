import { FailureNotice } from '../../components/FailureNotice';
import { usePage } from '../../lib/Page';
import { HomeSkeleton } from './home/HomeSkeleton';
import { ReadyPanel } from './ReadyPanel';
import { useOverview } from './state/useOverview';

/** The change requests of one issue, and what a change would really do. */
export function ImpactPanel() {
  const { t } = usePage();
  const overview = useOverview();
  const { state } = overview;
  return (
    <main className="panel" aria-label={t('module.impactPanel.title')}>
      <h1 className="visually-hidden">{t('module.impactPanel.title')}</h1>
      {state.phase === 'loading' ? <HomeSkeleton /> : null}
      {state.phase === 'failed' ? (
        <FailureNotice failure={state.failure} title={t('change.listFailed')} onRetry={overview.retry} />
      ) : null}
      {state.phase === 'ready' ? <ReadyPanel overview={state.overview} refresh={overview.refresh} /> : null}
    </main>
  );
}
