import { FailureNotice } from '../../components/FailureNotice';
import { askForChange } from '../../lib/bridge';
import { usePage } from '../../lib/Page';
import { useServerNow } from '../../lib/useServerNow';
import type { ImpactOverview } from '../../../../../src/contract/change';
import { ChangeRows } from '../impact-panel/home/ChangeRows';
import { HomeSkeleton } from '../impact-panel/home/HomeSkeleton';
import { useOverview } from '../impact-panel/state/useOverview';

function Changes({ overview }: { readonly overview: ImpactOverview }) {
  const { t } = usePage();
  const now = useServerNow(overview.now);
  if (overview.changes.length === 0) return <p className="quiet">{t('change.noneHere')}</p>;
  return <ChangeRows changes={overview.changes} now={now} onOpen={(changeId) => void askForChange(changeId)} />;
}

/** The change requests of the issue beside its fields; opening one shows it in the impact panel. */
export function ImpactContext() {
  const { t } = usePage();
  const { state, retry } = useOverview();
  return (
    <main className="panel" aria-label={t('module.impactContext.title')}>
      <h1 className="visually-hidden">{t('module.impactContext.title')}</h1>
      {state.phase === 'loading' ? <HomeSkeleton /> : null}
      {state.phase === 'failed' ? (
        <FailureNotice failure={state.failure} title={t('change.listFailed')} onRetry={retry} />
      ) : null}
      {state.phase === 'ready' ? <Changes overview={state.overview} /> : null}
    </main>
  );
}
