import { useState } from 'react';
import type { FieldProblem } from '../../../../../../../src/contract/errors';
import { NAME_LIMIT } from '../../../../../../../src/contract/limits';
import type { ClientLine, ContactEntry } from '../../../../../../../src/contract/register';
import { ROLE_LIMIT } from '../../../../../../../src/contract/registerLimits';
import { CHANNELS } from '../../../../../../../src/contract/vocabulary';
import { SelectField } from '../../../../components/SelectField';
import { TextField } from '../../../../components/TextField';
import { call } from '../../../../lib/call';
import { problemAt, textProblems } from '../../../../lib/fieldProblems';
import { focusOnMount } from '../../../../lib/focus';
import type { Translate } from '../../../../lib/i18n';
import { usePage } from '../../../../lib/Page';
import { LANGUAGES, languageName } from '../languages';
import { AccountField } from './AccountField';
import { contactDifferences, type ContactTyped } from './differences';
import { EntryActions } from './EntryActions';
import { EraseForm } from './EraseForm';
import { hoursIn, typedHours } from './hours';
import { MergeForm } from './MergeForm';
import { EntryForm } from './EntryForm';
import { useEntryCommand } from './useEntryCommand';
import { ZoneField } from './ZoneField';

interface ContactFormProps {
  readonly client: ClientLine;
  /** Null for somebody new. */
  readonly contact: ContactEntry | null;
  readonly onClose: (message?: string) => void;
}

function typedOf(contact: ContactEntry | null): ContactTyped {
  return {
    name: contact?.name ?? '',
    role: contact?.role ?? '',
    language: contact?.language ?? '',
    timeZone: contact?.timeZone ?? null,
    channel: contact?.channel ?? '',
    accountId: contact?.accountId ?? null,
    ...typedHours(contact?.hours ?? null),
  };
}

function titleOf(t: Translate, client: ClientLine, contact: ContactEntry | null): string {
  return contact === null ? t('people.newPerson', { client: client.name ?? '' }) : (contact.name ?? '');
}

/** What is typed as the back end takes it. */
function sentOf({ name, role, language, timeZone, channel, accountId }: ContactTyped) {
  return {
    ...{ name, timeZone, accountId },
    role: role.trim() === '' ? null : role,
    language: language === '' ? null : language,
    channel: channel === '' ? null : channel,
  };
}

function Fields({
  typed,
  problems,
  onChange,
}: {
  readonly typed: ContactTyped;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (typed: ContactTyped) => void;
}) {
  const { t, context } = usePage();
  const set = (change: Partial<ContactTyped>) => onChange({ ...typed, ...change });
  const problem = (path: string, length = 0) => problemAt(t, problems, path, length);
  const { name, role, language } = typed;
  return (
    <>
      <div className="entry-grid">
        <TextField
          label={t('people.field.name')}
          value={name}
          limit={NAME_LIMIT}
          required
          inputRef={focusOnMount}
          problem={problem('name', name.length)}
          onChange={(value) => set({ name: value })}
        />
        <TextField
          label={t('people.field.role')}
          value={role}
          limit={ROLE_LIMIT}
          problem={problem('role', role.length)}
          onChange={(value) => set({ role: value })}
        />
        <SelectField
          label={t('people.field.language')}
          value={language}
          choices={['', ...(language === '' || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES])]}
          nameOf={(tag) => (tag === '' ? t('people.unknown') : languageName(context.locale, tag))}
          problem={problem('language')}
          onChange={(value) => set({ language: value })}
        />
        <ZoneField
          label={t('people.field.timeZone')}
          none={t('people.clientsZone')}
          value={typed.timeZone}
          problem={problem('timeZone')}
          onChange={(timeZone) => set({ timeZone })}
        />
        <SelectField
          label={t('people.field.channel')}
          value={typed.channel}
          choices={['', ...CHANNELS]}
          nameOf={(channel) => (channel === '' ? t('people.unknown') : t(`channel.${channel}`))}
          problem={problem('channel')}
          onChange={(channel) => set({ channel })}
        />
        <TextField
          label={t('people.field.opens')}
          value={typed.opens}
          limit={5}
          hint={t('people.hint.hours')}
          problem={problem('hours.opens')}
          onChange={(opens) => set({ opens })}
        />
        <TextField
          label={t('people.field.closes')}
          value={typed.closes}
          limit={5}
          problem={problem('hours.closes')}
          onChange={(closes) => set({ closes })}
        />
      </div>
      <AccountField
        hint={t('people.hint.account')}
        value={typed.accountId}
        onChange={(accountId) => set({ accountId })}
      />
    </>
  );
}

/** Enters a person of a client, or corrects what is known of them, with what else can be done with the entry. */
export function ContactForm({ client, contact, onClose }: ContactFormProps) {
  const { t, context } = usePage();
  const { projectId } = context;
  const [typed, setTyped] = useState(() => typedOf(contact));
  const [base, setBase] = useState(contact?.version ?? 0);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [step, setStep] = useState<'edit' | 'merge' | 'erase'>('edit');
  const command = useEntryCommand();
  const theirs = command.failure?.currentContact;

  async function save(): Promise<void> {
    const { hours, problems } = hoursIn(typed, 'hours');
    const wrong = [...textProblems('name', typed.name, NAME_LIMIT), ...problems];
    setFound(wrong);
    if (wrong.length > 0) return;
    const saved = await command.send((commandId) =>
      call('contact.save', {
        ...{ commandId, projectId, contactId: contact?.id ?? null, expectedVersion: theirs?.version ?? base },
        ...{ clientId: client.id, ...sentOf(typed), hours },
      }),
    );
    if (saved !== null) onClose(t('people.saved', { name: saved.name ?? '' }));
  }

  function takeTheirs(): void {
    if (theirs === undefined) return;
    setTyped(typedOf(theirs));
    setBase(theirs.version);
    command.clear();
  }

  const onContact = { projectId, contactId: contact?.id ?? '', expectedVersion: theirs?.version ?? base };
  const back = () => setStep('edit');
  if (contact !== null && step === 'merge') {
    return <MergeForm entry={{ contact, base: onContact.expectedVersion }} onClose={onClose} onBack={back} />;
  }
  if (contact !== null && step === 'erase') return <EraseForm contact={contact} onClose={onClose} onBack={back} />;
  return (
    <div className="entry">
      <EntryForm
        title={titleOf(t, client, contact)}
        command={command}
        differences={theirs === undefined ? null : contactDifferences(t, typed, typedOf(theirs))}
        onSave={() => void save()}
        onTakeTheirs={takeTheirs}
        onCancel={() => onClose()}
      >
        <Fields typed={typed} problems={[...found, ...command.problems]} onChange={setTyped} />
      </EntryForm>
      {contact === null ? null : (
        <EntryActions
          archived={contact.archived}
          onArchive={(commandId, archived) => call('contact.archive', { ...onContact, commandId, archived })}
          onDelete={(commandId) => call('contact.delete', { ...onContact, commandId })}
          onMerge={() => setStep('merge')}
          onErase={() => setStep('erase')}
          onDone={onClose}
        />
      )}
    </div>
  );
}
