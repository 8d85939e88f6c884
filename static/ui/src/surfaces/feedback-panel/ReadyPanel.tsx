import { useEffect, useState } from 'react';
import type { FeedbackList, FeedbackSummary } from '../../../../../src/contract/feedback';
import { usePage } from '../../lib/Page';
import { useServerNow } from '../../lib/useServerNow';
import { PartBoundary } from '../../components/PartBoundary';
import { Detail, prefetchDetail } from './lazyDetail';
import { FeedbackItems } from './list/FeedbackItems';
import { rowButtonId } from './list/FeedbackRow';
import { RECORD_BUTTON, RecordButton } from './record/RecordButton';
import { RecordForm } from './record/RecordForm';
import { Toolbar } from './list/Toolbar';
import { ListSkeleton } from './list/ListSkeleton';
import type { Filter } from './state/filters';
import type { Feedback } from './state/useFeedbackList';

type View =
  /** `focusOn`: the id of the element that gets the focus when the list appears. */
  | { readonly type: 'list'; readonly focusOn: string | null }
  | { readonly type: 'record' }
  | { readonly type: 'detail'; readonly feedbackId: string };

/** Who spoke last on this issue, as far as the loaded items tell. */
function lastContact(items: readonly FeedbackSummary[]) {
  const latest = items.reduce<FeedbackSummary | null>(
    (best, item) => (best === null || item.recordedAt > best.recordedAt ? item : best),
    null,
  );
  return latest?.contact ?? null;
}

interface ReadyPanelProps {
  readonly list: FeedbackList;
  readonly feedback: Feedback;
}

/** The loaded panel: the list, with the form above it or one item in its place. */
export function ReadyPanel({ list, feedback }: ReadyPanelProps) {
  const { t, announce } = usePage();
  const now = useServerNow(list.now);
  const [view, setView] = useState<View>({ type: 'list', focusOn: null });
  const [filter, setFilter] = useState<Filter>('open');
  useEffect(prefetchDetail, []);

  if (view.type === 'detail') {
    return (
      <PartBoundary fallback={<ListSkeleton />}>
        <Detail
          key={view.feedbackId}
          feedbackId={view.feedbackId}
          list={list}
          now={now}
          feedback={feedback}
          onOpen={(feedbackId) => setView({ type: 'detail', feedbackId })}
          onBack={() => setView({ type: 'list', focusOn: rowButtonId(view.feedbackId) })}
        />
      </PartBoundary>
    );
  }
  const recordButton =
    list.mayEdit && view.type === 'list' ? <RecordButton onClick={() => setView({ type: 'record' })} /> : null;
  return (
    <>
      <Toolbar list={list} now={now} filter={filter} onFilter={setFilter} action={recordButton} />
      {view.type === 'record' ? (
        <RecordForm
          recent={lastContact(list.items)}
          now={now}
          onRecorded={(item) => {
            feedback.add(item);
            setFilter((before) => (before === 'overdue' ? 'open' : before));
            setView({ type: 'list', focusOn: rowButtonId(item.id) });
            announce(t('record.done'));
          }}
          onLeave={() => setView({ type: 'list', focusOn: RECORD_BUTTON })}
        />
      ) : null}
      <FeedbackItems
        list={list}
        now={now}
        filter={filter}
        focusOn={view.type === 'list' ? view.focusOn : null}
        onFilter={setFilter}
        onOpen={(feedbackId) => setView({ type: 'detail', feedbackId })}
        action={recordButton}
        onLoadMore={feedback.loadMore}
      />
    </>
  );
}
