import Button from '@atlaskit/button/new';
import { Combobox } from '../../../../components/Combobox';
import { Field } from '../../../../components/Field';
import { findPeople } from '../../../../lib/people';
import { usePage } from '../../../../lib/Page';
import { useNames } from '../../../../lib/useNames';
import { useSearch } from '../../../../lib/useSearch';

interface AccountFieldProps {
  readonly value: string | null;
  readonly hint: string;
  readonly onChange: (accountId: string | null) => void;
}

/** The Atlassian account of a person, chosen by search: nobody types an id. */
export function AccountField({ value, hint, onChange }: AccountFieldProps) {
  const { t } = usePage();
  const nameOf = useNames(value === null ? [] : [value]);
  const { text, found, type, clear } = useSearch((typed) => findPeople(typed.trim()));
  const offered = found.state === 'found' ? found.items : [];

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
    found: offered.length === 0 ? t('people.accountNone') : undefined,
  };
  return (
    <Field label={t('people.field.account')} hint={hint}>
      {({ id, describedBy }) => (
        <Combobox
          id={id}
          describedBy={describedBy}
          value={text}
          options={offered.map(({ accountId, name }) => ({ key: accountId, label: name }))}
          listLabel={t('people.field.account')}
          remark={remarks[found.state]}
          busy={found.state === 'busy'}
          onType={type}
          onTake={({ key }) => {
            clear();
            onChange(key);
          }}
        />
      )}
    </Field>
  );
}
