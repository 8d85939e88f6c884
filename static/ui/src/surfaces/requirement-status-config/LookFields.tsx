import { SelectField } from '../../components/SelectField';
import { usePage } from '../../lib/Page';
import type { MacroConfig } from '../requirement-status/config';
import { COLUMNS, GROUPINGS } from '../requirement-status/table/columns';

interface LookProps {
  readonly config: MacroConfig;
  readonly onChange: (change: Partial<MacroConfig>) => void;
}

function Box({ name, isChosen, onToggle }: { name: string; isChosen: boolean; onToggle: () => void }) {
  return (
    <label className="box">
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      {name}
    </label>
  );
}

/** How what was found is shown. Key and summary are always there. */
export function LookFields({ config, onChange }: LookProps) {
  const { t } = usePage();
  const { columns, charts } = config;
  return (
    <>
      <SelectField
        label={t('statusConfig.group')}
        value={config.groupBy}
        choices={GROUPINGS}
        nameOf={(grouping) => t(`status.groupBy.${grouping}`)}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <fieldset className="boxes">
        <legend className="field-label">{t('statusConfig.columns')}</legend>
        {COLUMNS.map((column) => (
          <Box
            key={column}
            name={t(`status.column.${column}`)}
            isChosen={columns.includes(column)}
            onToggle={() =>
              onChange({ columns: COLUMNS.filter((other) => columns.includes(other) !== (other === column)) })
            }
          />
        ))}
      </fieldset>
      <Box name={t('statusConfig.charts')} isChosen={charts} onToggle={() => onChange({ charts: !charts })} />
    </>
  );
}
