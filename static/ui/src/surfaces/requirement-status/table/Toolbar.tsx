import { useId } from 'react';
import Button from '@atlaskit/button/new';
import { Select } from '../../../components/Select';
import { usePage } from '../../../lib/Page';
import type { Arrangement } from './arrange';
import { FOCUSES, GROUPINGS } from './columns';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Value[];
  readonly nameOf: (choice: Value) => string;
  readonly onChange: (choice: Value) => void;
}

function Choice<Value extends string>({ label, ...select }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <Select id={id} {...select} />
    </span>
  );
}

interface ToolbarProps {
  readonly arrangement: Arrangement;
  readonly onChange: (change: Partial<Arrangement>) => void;
  readonly onDownload: () => void;
}

/** What the reader may do to the table; nothing of it is kept. */
export function Toolbar({ arrangement, onChange, onDownload }: ToolbarProps) {
  const { t } = usePage();
  const searchId = useId();
  return (
    <div className="status-toolbar" role="group" aria-label={t('status.arrange')}>
      <span className="choice choice-search">
        <label htmlFor={searchId}>{t('status.filter')}</label>
        <input
          id={searchId}
          className="control"
          type="search"
          value={arrangement.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </span>
      <Choice
        label={t('status.show')}
        value={arrangement.focus}
        choices={FOCUSES}
        nameOf={(focus) => t(`status.focus.${focus}`)}
        onChange={(focus) => onChange({ focus })}
      />
      <Choice
        label={t('status.group')}
        value={arrangement.groupBy}
        choices={GROUPINGS}
        nameOf={(grouping) => t(`status.groupBy.${grouping}`)}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <Button spacing="compact" onClick={onDownload}>
        {t('status.csv')}
      </Button>
    </div>
  );
}
