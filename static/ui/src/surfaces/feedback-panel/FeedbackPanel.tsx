import { FailureNotice } from '../../components/FailureNotice';
import { usePage } from '../../lib/Page';
import { ListSkeleton } from './list/ListSkeleton';
import { ReadyPanel } from './ReadyPanel';
import { useFeedbackList } from './state/useFeedbackList';
import { WordsProvider } from './state/words';

/** The client feedback of one issue. */
export function FeedbackPanel() {
  const { t } = usePage();
  const feedback = useFeedbackList();
  const { state } = feedback;
  return (
    <main className="panel" aria-label={t('module.feedbackPanel.title')}>
      <h1 className="visually-hidden">{t('module.feedbackPanel.title')}</h1>
      {state.phase === 'loading' ? <ListSkeleton /> : null}
      {state.phase === 'failed' ? (
        <FailureNotice failure={state.failure} title={t('list.failed')} onRetry={feedback.retry} />
      ) : null}
      {state.phase === 'ready' ? (
        <WordsProvider words={state.list.words}>
          <ReadyPanel list={state.list} feedback={feedback} />
        </WordsProvider>
      ) : null}
    </main>
  );
}
