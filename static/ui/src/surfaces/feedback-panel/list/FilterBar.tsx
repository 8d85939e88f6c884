import type { FeedbackSummary } from '../../../../../../src/contract/feedback';
import { usePage } from '../../../lib/Page';
import { FILTERS, filtered, type Filter } from '../state/filters';

interface FilterBarProps {
  readonly items: readonly FeedbackSummary[];
  readonly now: number;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Which items the list shows, each filter with how many there are. */
export function FilterBar({ items, now, filter, onChange }: FilterBarProps) {
  const { t } = usePage();
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      {FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          className="filter"
          aria-pressed={each === filter}
          onClick={() => onChange(each)}
        >
          <span>{t(`filter.${each}`)}</span> <span className="count">{filtered(items, each, now).length}</span>
        </button>
      ))}
    </div>
  );
}
