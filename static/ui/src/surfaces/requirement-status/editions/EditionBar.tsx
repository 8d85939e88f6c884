import { useId } from 'react';
import Button from '@atlaskit/button/new';
import type { EditionHead } from '../../../../../../src/contract/edition';
import { usePage } from '../../../lib/Page';

/** Stands for the state of now among the ids of editions. */
export const LIVE = '';

interface PickProps {
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly editions: readonly EditionHead[];
  readonly onChange: (editionId: string) => void;
}

/** One of the editions, or none of them. */
function EditionPick({ label, none, value, editions, onChange }: PickProps) {
  const { t } = usePage();
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="control select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value={LIVE}>{none}</option>
        {editions.map(({ id: editionId, number, name }) => (
          <option key={editionId} value={editionId}>
            {t('edition.named', { number, name: name ?? t('edition.noName') })}
          </option>
        ))}
      </select>
    </span>
  );
}

interface BarProps {
  readonly editions: readonly EditionHead[];
  readonly chosen: string;
  readonly compared: string;
  readonly onChoose: (editionId: string) => void;
  readonly onCompare: (editionId: string) => void;
  readonly onFreeze: (() => void) | null;
}

/** Which state is shown, and with which it is compared. */
export function EditionBar({ editions, chosen, compared, onChoose, onCompare, onFreeze }: BarProps) {
  const { t } = usePage();
  const others = editions.filter(({ id, isErased }) => id !== chosen && !isErased);
  return (
    <div className="status-toolbar" role="group" aria-label={t('edition.bar')}>
      {editions.length > 0 && (
        <EditionPick
          label={t('edition.show')}
          none={t('edition.live')}
          value={chosen}
          editions={editions}
          onChange={onChoose}
        />
      )}
      {others.length > 0 && (
        <EditionPick
          label={t('edition.compare')}
          none={t('edition.nothing')}
          value={compared}
          editions={others}
          onChange={onCompare}
        />
      )}
      {onFreeze !== null && (
        <Button spacing="compact" onClick={onFreeze}>
          {t('edition.open')}
        </Button>
      )}
    </div>
  );
}
