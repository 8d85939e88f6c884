import { lazy } from 'react';
import { FailureNotice } from '../../components/FailureNotice';
import { PartBoundary } from '../../components/PartBoundary';
import { usePage } from '../../lib/Page';
import { useRoute } from '../../lib/useRoute';
import { SettingsForm } from './SettingsForm';
import { VALUES_PAGES, type ValuesPage } from './state/pages';
import { useSettings } from './state/useSettings';

const PEOPLE = 'people';
const PeoplePage = lazy(async () => ({ default: (await import('./people/PeoplePage')).PeoplePage }));
const DATA = 'data';
const DataPage = lazy(async () => ({ default: (await import('./data/DataPage')).DataPage }));

interface ValuesProps {
  readonly page: ValuesPage;
  readonly onPage: (route: string) => void;
}

/** What the project chooses of everything that panels and reports assume. */
function Values({ page, onPage }: ValuesProps) {
  const { t } = usePage();
  const { state, retry, show } = useSettings();
  if (state.phase === 'loading') {
    return (
      <p className="quiet" role="status">
        {t('settings.loading')}
      </p>
    );
  }
  if (state.phase === 'failed') {
    return <FailureNotice failure={state.failure} title={t('settings.failed')} onRetry={retry} />;
  }
  return <SettingsForm key={state.view.version} page={page} onPage={onPage} view={state.view} onView={show} />;
}

/** The pages of the project's settings, by the route that the host's navigation names. */
export function SettingsPage() {
  const { t } = usePage();
  const { route, open } = useRoute();
  if (route === null) return null;
  if (route === PEOPLE) {
    return (
      <main className="settings">
        <h1 className="page-title">{t('settings.page.people')}</h1>
        <PartBoundary fallback={<p className="quiet">{t('list.loading')}</p>}>
          <PeoplePage />
        </PartBoundary>
      </main>
    );
  }
  if (route === DATA) {
    return (
      <main className="settings">
        <h1 className="page-title">{t('settings.page.data')}</h1>
        <PartBoundary fallback={<p className="quiet">{t('list.loading')}</p>}>
          <DataPage />
        </PartBoundary>
      </main>
    );
  }
  const page = VALUES_PAGES.find((each) => each.route === route) ?? VALUES_PAGES[0];
  return (
    <main className="settings">
      <h1 className="page-title">{t(page.title)}</h1>
      <Values page={page} onPage={open} />
    </main>
  );
}
