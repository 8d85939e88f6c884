import { useEffect, type ReactNode } from 'react';
import type { FeedbackList } from '../../../../../../src/contract/feedback';
import type { Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { filtered, type Filter } from '../state/filters';
import { EmptyList } from './EmptyList';
import { FeedbackRow } from './FeedbackRow';
import { LoadMore } from './LoadMore';

interface FeedbackItemsProps {
  readonly list: FeedbackList;
  readonly now: number;
  readonly filter: Filter;
  /** The id of the element to focus; the list itself gets the focus when that element is gone. */
  readonly focusOn: string | null;
  /** What an issue without feedback offers. */
  readonly action: ReactNode;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (feedbackId: string) => void;
  readonly onLoadMore: () => Promise<Failure | null>;
}

const LIST_ID = 'feedback-items';

/** The items that pass the filter. */
export function FeedbackItems(props: FeedbackItemsProps) {
  const { t } = usePage();
  const { list, now, filter, focusOn } = props;
  const shown = filtered(list.items, filter, now);
  useEffect(() => {
    if (focusOn === null) return;
    (document.getElementById(focusOn) ?? document.getElementById(LIST_ID))?.focus();
  }, [focusOn]);
  return (
    <section id={LIST_ID} aria-label={t('list.label')} tabIndex={-1} className="items">
      {shown.length === 0 ? (
        <EmptyList
          filter={filter}
          others={list.total}
          mayEdit={list.mayEdit}
          action={props.action}
          onShowAll={() => props.onFilter('all')}
        />
      ) : (
        <ul className="rows">
          {shown.map((item) => (
            <FeedbackRow key={item.id} item={item} now={now} onOpen={() => props.onOpen(item.id)} />
          ))}
        </ul>
      )}
      {list.total > list.items.length ? (
        <LoadMore loaded={list.items.length} total={list.total} onLoadMore={props.onLoadMore} />
      ) : null}
    </section>
  );
}
