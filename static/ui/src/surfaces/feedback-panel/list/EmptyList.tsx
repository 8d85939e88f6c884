import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { usePage } from '../../../lib/Page';
import type { Filter } from '../state/filters';

interface EmptyListProps {
  readonly filter: Filter;
  /** How many items there are under other filters. */
  readonly others: number;
  readonly mayEdit: boolean;
  /** The first thing to do on an issue without feedback. */
  readonly action: ReactNode;
  readonly onShowAll: () => void;
}

/** What stands in the place of an empty list: what it means and what to do first. */
export function EmptyList({ filter, others, mayEdit, action, onShowAll }: EmptyListProps) {
  const { t } = usePage();
  if (others === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{t('empty.title')}</p>
        <p className="quiet">{t(mayEdit ? 'empty.hint' : 'empty.hintReader')}</p>
        {action}
      </div>
    );
  }
  return (
    <div className="empty">
      <p className="empty-title">{t(`empty.filter.${filter}`)}</p>
      <Button appearance="subtle" onClick={onShowAll}>
        {t('empty.showAll', { count: others })}
      </Button>
    </div>
  );
}
