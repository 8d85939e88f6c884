import { SelectField } from '../../components/SelectField';
import { usePage } from '../../lib/Page';
import type { MacroConfig } from '../requirement-status/config';
import { useAnswer } from '../requirement-status/useAnswer';

interface EditionFieldProps {
  readonly config: MacroConfig;
  readonly pageId: string;
  readonly macroId: string;
  readonly onChange: (change: Partial<MacroConfig>) => void;
}

/** Which state readers see first; there is a choice only where editions have been frozen. */
export function EditionField({ config, pageId, macroId, onChange }: EditionFieldProps) {
  const { t } = usePage();
  const { answer } = useAnswer('edition.list', pageId === '' || macroId === '' ? null : { pageId, macroId });
  const editions = answer.phase === 'ready' ? answer.data.editions : [];
  if (editions.length === 0) return null;
  const names = new Map(
    editions.map(({ id, number, name }) => [id, t('edition.named', { number, name: name ?? t('edition.noName') })]),
  );
  return (
    <SelectField
      label={t('edition.show')}
      value={config.edition}
      choices={['', ...names.keys()]}
      nameOf={(id) => names.get(id) ?? t('edition.live')}
      onChange={(edition) => onChange({ edition })}
    />
  );
}
