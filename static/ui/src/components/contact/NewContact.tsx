import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { FieldProblem } from '../../../../../src/contract/errors';
import { Combobox } from '../Combobox';
import { Field } from '../Field';
import type { ComboboxOption } from '../useCombobox';
import { problemAt } from '../../lib/fieldProblems';
import { focusOnMount } from '../../lib/focus';
import { usePage } from '../../lib/Page';
import { NO_CONTACT, type ClientDraft, type ContactDraft } from './contactDraft';
import { clientName } from './contactName';
import type { Contacts } from './useContacts';

interface NewContactProps {
  readonly value: Extract<ContactDraft, { type: 'new' }>;
  readonly problems: readonly FieldProblem[];
  readonly contacts: Contacts;
  readonly onChange: (value: ContactDraft) => void;
}

const NEW = 'new';

interface ClientFieldProps {
  readonly value: ClientDraft;
  readonly contacts: Contacts;
  readonly problem: string | undefined;
  readonly focused: boolean;
  readonly onChange: (value: ClientDraft) => void;
}

function ClientField({ value, contacts, problem, focused, onChange }: ClientFieldProps) {
  const { t } = usePage();
  const query = value.type === 'none' ? value.query : '';
  const typed = query.trim();
  const choices = contacts.clients(query);
  const options: ComboboxOption[] = choices.map(({ id, name }) => ({ key: id, label: name }));
  const exists = choices.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
  if (typed !== '' && !exists) options.push({ key: NEW, label: t('client.newNamed', { name: typed }) });
  const shown = {
    none: query,
    known: value.type === 'known' ? clientName(t, value.client) : '',
    new: value.type === 'new' ? value.name : '',
  };
  return (
    <Field label={t('form.client')} problem={problem} hint={value.type === 'new' ? t('client.isNew') : undefined}>
      {({ id, describedBy }) => (
        <Combobox
          id={id}
          describedBy={describedBy}
          value={shown[value.type]}
          placeholder={t('client.placeholder')}
          options={options}
          listLabel={t('client.list')}
          remark={options.length === 0 ? t('client.none') : undefined}
          busy={contacts.busy}
          invalid={problem !== undefined}
          {...(focused ? { inputRef: focusOnMount } : {})}
          onType={(next) => {
            onChange({ type: 'none', query: next });
            contacts.search(next);
          }}
          onTake={({ key }) => {
            const client = choices.find((each) => each.id === key);
            onChange(client === undefined ? { type: 'new', name: typed } : { type: 'known', client });
          }}
        />
      )}
    </Field>
  );
}

/** The name and the client of somebody who is not known yet. */
export function NewContact({ value, problems, contacts, onChange }: NewContactProps) {
  const { t } = usePage();
  const [startsNamed] = useState(value.name !== '');
  const problem = problemAt(t, problems, 'contact.name', value.name.length);
  return (
    <fieldset className="new-contact">
      <legend className="field-label">{t('contact.newTitle')}</legend>
      <Field label={t('form.contactName')} problem={problem}>
        {({ id, describedBy }) => (
          <input
            id={id}
            className="control"
            type="text"
            autoComplete="off"
            value={value.name}
            aria-describedby={describedBy}
            aria-invalid={problem !== undefined}
            ref={startsNamed ? null : focusOnMount}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        )}
      </Field>
      <ClientField
        value={value.client}
        contacts={contacts}
        focused={startsNamed}
        problem={problemAt(t, problems, 'contact.client', value.client.type === 'new' ? value.client.name.length : 0)}
        onChange={(client) => onChange({ ...value, client })}
      />
      <Button appearance="subtle" spacing="compact" onClick={() => onChange(NO_CONTACT)}>
        {t('contact.chooseKnown')}
      </Button>
    </fieldset>
  );
}
