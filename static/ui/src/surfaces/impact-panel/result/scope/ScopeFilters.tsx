import type { ImpactRow } from '../../../../../../../src/contract/impact';
import { Field } from '../../../../components/Field';
import { SelectField } from '../../../../components/SelectField';
import { usePage } from '../../../../lib/Page';
import { SORTS, valuesOf, type ScopeFilter } from './filtering';

interface ScopeFiltersProps {
  readonly rows: readonly ImpactRow[];
  readonly filter: ScopeFilter;
  readonly onChange: (filter: ScopeFilter) => void;
}

/** Which of the affected issues are listed, and in which order. */
export function ScopeFilters({ rows, filter, onChange }: ScopeFiltersProps) {
  const { t } = usePage();
  return (
    <div className="scope-filters" role="search" aria-label={t('impact.filter.label')}>
      <Field label={t('impact.filter.text')}>
        {({ id, describedBy }) => (
          <input
            id={id}
            className="control"
            type="search"
            value={filter.text}
            aria-describedby={describedBy}
            onChange={(event) => onChange({ ...filter, text: event.target.value })}
          />
        )}
      </Field>
      {(['type', 'status'] as const).map((field) => (
        <SelectField
          key={field}
          label={t(`impact.filter.${field}`)}
          value={filter[field]}
          choices={['', ...valuesOf(rows, field)]}
          nameOf={(choice) => (choice === '' ? t('impact.filter.any') : choice)}
          onChange={(choice) => onChange({ ...filter, [field]: choice })}
        />
      ))}
      <SelectField
        label={t('impact.filter.sort')}
        value={filter.sort}
        choices={SORTS}
        nameOf={(sort) => t(`impact.filter.by.${sort}`)}
        onChange={(sort) => onChange({ ...filter, sort })}
      />
    </div>
  );
}
