import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Combobox } from '../../../../components/Combobox';
import { Field } from '../../../../components/Field';
import { findPeople, type FoundPerson } from '../../../../lib/people';
import { usePage } from '../../../../lib/Page';
import { useNames } from '../../../../lib/useNames';

const TYPING_PAUSE_MILLISECONDS = 250;

interface AccountFieldProps {
  readonly value: string | null;
  readonly hint: string;
  readonly onChange: (accountId: string | null) => void;
}

interface Found {
  readonly people: readonly FoundPerson[];
  readonly state: 'idle' | 'busy' | 'found' | 'failed';
}

/** The Atlassian account of a person, chosen by search: nobody types an id. */
export function AccountField({ value, hint, onChange }: AccountFieldProps) {
  const { t } = usePage();
  const nameOf = useNames(value === null ? [] : [value]);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ people: [], state: 'idle' });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef('');
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(typed: string): void {
    setText(typed);
    latest.current = typed;
    clearTimeout(timer.current);
    setFound({ people: [], state: typed.trim() === '' ? 'idle' : 'busy' });
    if (typed.trim() === '') return;
    const show = (next: Found) => {
      if (latest.current === typed) setFound(next);
    };
    timer.current = setTimeout(() => {
      findPeople(typed.trim()).then(
        (people) => show({ people, state: 'found' }),
        () => show({ people: [], state: 'failed' }),
      );
    }, TYPING_PAUSE_MILLISECONDS);
  }

  if (value !== null) {
    return (
      <div className="field">
        <span className="field-label">{t('people.field.account')}</span>
        <div className="button-row">
          <span>{nameOf(value)}</span>
          <Button spacing="compact" appearance="subtle" onClick={() => onChange(null)}>
            {t('people.removeAccount')}
          </Button>
        </div>
      </div>
    );
  }
  const remarks = {
    idle: t('people.accountType'),
    busy: t('list.loading'),
    failed: t('people.accountFailed'),
    found: found.people.length === 0 ? t('people.accountNone') : undefined,
  };
  return (
    <Field label={t('people.field.account')} hint={hint}>
      {({ id, describedBy }) => (
        <Combobox
          id={id}
          describedBy={describedBy}
          value={text}
          options={found.people.map(({ accountId, name }) => ({ key: accountId, label: name }))}
          listLabel={t('people.field.account')}
          remark={remarks[found.state]}
          busy={found.state === 'busy'}
          onType={search}
          onTake={({ key }) => {
            setText('');
            setFound({ people: [], state: 'idle' });
            onChange(key);
          }}
        />
      )}
    </Field>
  );
}
