import type { ReactNode } from 'react';
import type { FeedbackList } from '../../../../../../src/contract/feedback';
import { LockIcon } from '../../../components/Icons';
import { usePage } from '../../../lib/Page';
import type { Filter } from '../state/filters';
import { FilterBar } from './FilterBar';

interface ToolbarProps {
  readonly list: FeedbackList;
  readonly now: number;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** What stands at the end of the bar. */
  readonly action: ReactNode;
}

/** The filters, and what can be done; those who may not edit learn why that is nothing. */
export function Toolbar({ list, now, filter, onFilter, action }: ToolbarProps) {
  const { t } = usePage();
  return (
    <>
      {list.total > 0 ? (
        <div className="toolbar">
          <FilterBar items={list.items} now={now} filter={filter} onChange={onFilter} />
          {action}
        </div>
      ) : null}
      {list.mayEdit ? null : (
        <p className="reader-note">
          <LockIcon />
          {t('list.readOnly')}
        </p>
      )}
    </>
  );
}
