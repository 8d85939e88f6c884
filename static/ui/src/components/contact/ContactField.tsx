import type { FieldProblem } from '../../../../../src/contract/errors';
import type { ContactView } from '../../../../../src/contract/feedback';
import { Combobox } from '../Combobox';
import { FailureNotice } from '../FailureNotice';
import { Field } from '../Field';
import type { ComboboxOption } from '../useCombobox';
import { problemAt } from '../../lib/fieldProblems';
import { usePage } from '../../lib/Page';
import type { ContactDraft } from './contactDraft';
import { clientName, contactName } from './contactName';
import { NewContact } from './NewContact';
import { useContacts, type Contacts } from './useContacts';

interface ContactFieldProps {
  /** What is asked; who said it unless said otherwise. */
  readonly label?: string;
  readonly value: ContactDraft;
  /** Who spoke last on this issue: offered first. */
  readonly recent: ContactView | null;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (value: ContactDraft) => void;
}

const NEW = 'new';

/** Those who fit, the last one of this issue on top. */
function offered(contacts: Contacts, query: string, recent: ContactView | null): readonly ContactView[] {
  const found = contacts.contacts(query);
  if (typeof recent?.name !== 'string') return found;
  const others = found.filter(({ id }) => id !== recent.id);
  return query === '' || others.length < found.length ? [recent, ...others] : found;
}

function KnownContact({
  label,
  value,
  recent,
  problems,
  onChange,
  contacts,
}: ContactFieldProps & { readonly contacts: Contacts }) {
  const { t } = usePage();
  const query = value.type === 'none' ? value.query : '';
  const choices = offered(contacts, query, recent);
  const options: ComboboxOption[] = choices.map((contact) => ({
    key: contact.id,
    label: contact.name ?? '',
    detail:
      contact.id === recent?.id
        ? t('contact.last', { client: clientName(t, contact.client) })
        : clientName(t, contact.client),
  }));
  const typed = query.trim();
  options.push({ key: NEW, label: typed === '' ? t('contact.new') : t('contact.newNamed', { name: typed }) });
  const missing = problemAt(t, problems, 'contact');
  const problem = missing !== undefined && typed !== '' ? t('contact.unchosen') : missing;
  return (
    <Field label={label ?? t('form.contact')} problem={problem}>
      {({ id, describedBy }) => (
        <Combobox
          id={id}
          describedBy={describedBy}
          value={value.type === 'known' ? contactName(t, value.contact) : query}
          placeholder={t('contact.placeholder')}
          options={options}
          listLabel={t('contact.list')}
          remark={contacts.busy ? t('list.loading') : undefined}
          busy={contacts.busy}
          invalid={problem !== undefined}
          onType={(next) => {
            onChange({ type: 'none', query: next });
            contacts.search(next);
          }}
          onTake={({ key }) => {
            const contact = choices.find((each) => each.id === key);
            if (contact !== undefined) onChange({ type: 'known', contact });
            else onChange({ type: 'new', name: typed, client: { type: 'none', query: '' } });
          }}
        />
      )}
    </Field>
  );
}

/** Chooses who said it: somebody known, or somebody new of a known or new client. */
export function ContactField(props: ContactFieldProps) {
  const { value, problems, onChange } = props;
  const { t } = usePage();
  const contacts = useContacts();
  return (
    <div className="contact">
      {value.type === 'new' ? (
        <NewContact value={value} problems={problems} contacts={contacts} onChange={onChange} />
      ) : (
        <KnownContact {...props} contacts={contacts} />
      )}
      {contacts.failure === null ? null : (
        <FailureNotice failure={contacts.failure} title={t('contact.failed')} onRetry={contacts.retry} />
      )}
    </div>
  );
}
