import { useEffect, useState } from 'react';
import type { FieldProblem } from '../../../../../../../src/contract/errors';
import { NAME_LIMIT } from '../../../../../../../src/contract/limits';
import type { ClientEntry, ClientLine } from '../../../../../../../src/contract/register';
import { FailureNotice } from '../../../../components/FailureNotice';
import { TextField } from '../../../../components/TextField';
import { call, type Failure } from '../../../../lib/call';
import { problemAt, textProblems } from '../../../../lib/fieldProblems';
import { focusOnMount } from '../../../../lib/focus';
import { usePage } from '../../../../lib/Page';
import { CalendarFields } from './CalendarFields';
import { clientDifferences, type ClientTyped } from './differences';
import { EntryActions } from './EntryActions';
import { hoursIn, typedHours } from './hours';
import { MergeForm } from './MergeForm';
import { EntryForm } from './EntryForm';
import { useEntryCommand } from './useEntryCommand';
import { ZoneField } from './ZoneField';

interface ClientFormProps {
  /** Null for a new one. */
  readonly line: ClientLine | null;
  readonly onClose: (message?: string) => void;
}

/** What a calendar of its own begins with. */
const USUAL = { workingDays: [1, 2, 3, 4, 5], opens: 9, closes: 17, holidays: [], extraWorkingDays: [] };

function typedOf(client: ClientEntry | null): ClientTyped {
  const calendar = client?.calendar ?? USUAL;
  return {
    name: client?.name ?? '',
    timeZone: client?.timeZone ?? null,
    ownCalendar: (client?.calendar ?? null) !== null,
    workingDays: calendar.workingDays.join('\n'),
    holidays: calendar.holidays.join('\n'),
    extraWorkingDays: calendar.extraWorkingDays.join('\n'),
    ...typedHours(calendar),
  };
}

function linesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The calendar that is typed, with what cannot be meant in it. */
function calendarIn(typed: ClientTyped) {
  if (!typed.ownCalendar) return { calendar: null, problems: [] };
  const { hours, problems } = hoursIn(typed, 'calendar');
  if (problems.length > 0) return { calendar: null, problems };
  if (hours === null) return { calendar: null, problems: [{ path: 'calendar.opens', rule: 'missing' } as const] };
  const days = { holidays: [...linesIn(typed.holidays)], extraWorkingDays: [...linesIn(typed.extraWorkingDays)] };
  return { calendar: { workingDays: linesIn(typed.workingDays).map(Number), ...hours, ...days }, problems };
}

interface FieldsProps {
  readonly typed: ClientTyped;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (change: Partial<ClientTyped>) => void;
}

function NameAndZone({ typed, problems, onChange }: FieldsProps) {
  const { t } = usePage();
  return (
    <div className="entry-grid">
      <TextField
        label={t('people.field.client')}
        value={typed.name}
        limit={NAME_LIMIT}
        required
        inputRef={focusOnMount}
        problem={problemAt(t, problems, 'name', typed.name.length)}
        onChange={(name) => onChange({ name })}
      />
      <ZoneField
        label={t('people.field.timeZone')}
        none={t('people.projectsZone')}
        value={typed.timeZone}
        problem={problemAt(t, problems, 'timeZone')}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </div>
  );
}

interface LoadedProps {
  readonly client: ClientEntry | null;
  readonly onClose: (message?: string) => void;
}

function LoadedForm({ client, onClose }: LoadedProps) {
  const { t, context } = usePage();
  const { projectId } = context;
  const [typed, setTyped] = useState(() => typedOf(client));
  const [base, setBase] = useState(client?.version ?? 0);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [merging, setMerging] = useState(false);
  const command = useEntryCommand();
  const theirs = command.failure?.currentClient;
  const problems = [...found, ...command.problems];
  const set = (change: Partial<ClientTyped>) => setTyped({ ...typed, ...change });

  async function save(): Promise<void> {
    const { calendar, problems: inCalendar } = calendarIn(typed);
    const wrong = [...textProblems('name', typed.name, NAME_LIMIT), ...inCalendar];
    setFound(wrong);
    if (wrong.length > 0) return;
    const { name, timeZone } = typed;
    const saved = await command.send((commandId) =>
      call('client.save', {
        ...{ commandId, projectId, clientId: client?.id ?? null, expectedVersion: theirs?.version ?? base },
        ...{ name, timeZone, calendar },
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

  const onClient = { projectId, clientId: client?.id ?? '', expectedVersion: theirs?.version ?? base };
  if (client !== null && merging) {
    const entry = { client, base: onClient.expectedVersion };
    return <MergeForm entry={entry} onClose={onClose} onBack={() => setMerging(false)} />;
  }
  return (
    <div className="entry">
      <EntryForm
        title={client === null ? t('people.newClient') : (client.name ?? '')}
        command={command}
        differences={theirs === undefined ? null : clientDifferences(t, typed, typedOf(theirs))}
        onSave={() => void save()}
        onTakeTheirs={takeTheirs}
        onCancel={() => onClose()}
      >
        <NameAndZone typed={typed} problems={problems} onChange={set} />
        <CalendarFields typed={typed} problems={problems} onChange={set} />
      </EntryForm>
      {client === null ? null : (
        <EntryActions
          archived={client.archived}
          onArchive={(commandId, archived) => call('client.archive', { ...onClient, commandId, archived })}
          onDelete={(commandId) => call('client.delete', { ...onClient, commandId })}
          onMerge={() => setMerging(true)}
          onDone={onClose}
        />
      )}
    </div>
  );
}

/** Enters a client, or corrects what is known of it, with what else can be done with the entry. */
export function ClientForm({ line, onClose }: ClientFormProps) {
  const { t, context } = usePage();
  const { projectId } = context;
  const [client, setClient] = useState<ClientEntry | Failure | null>(null);
  const clientId = line?.id ?? null;
  useEffect(() => {
    if (clientId === null) return;
    void call('client.get', { projectId, clientId }).then((outcome) => {
      setClient(outcome.ok ? outcome.data : outcome.failure);
    });
  }, [projectId, clientId]);
  if (line === null) return <LoadedForm client={null} onClose={onClose} />;
  if (client === null) return <p className="quiet">{t('list.loading')}</p>;
  if ('code' in client) return <FailureNotice failure={client} />;
  return <LoadedForm client={client} onClose={onClose} />;
}
