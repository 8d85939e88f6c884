import { useEffect, useState } from 'react';
import type { ClientEntry, ContactEntry } from '../../../../../../../src/contract/register';
import { Field } from '../../../../components/Field';
import { FailureNotice } from '../../../../components/FailureNotice';
import { Form } from '../../../../components/Form';
import { call } from '../../../../lib/call';
import { focusOnMount } from '../../../../lib/focus';
import { usePage } from '../../../../lib/Page';
import { TYPING_PAUSE_MILLISECONDS } from '../../../../lib/useTypingPause';
import { useEntryCommand } from './useEntryCommand';

interface MergeFormProps {
  readonly entry:
    | { readonly contact: ContactEntry; readonly base: number }
    | { readonly client: Pick<ClientEntry, 'id' | 'name'>; readonly base: number };
  readonly onClose: (message?: string) => void;
  readonly onBack: () => void;
}

interface Target {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

const MOST = 50;

/** Entries whose names match what was typed, but this one. */
function useTargets(own: string, kind: 'client' | 'contact', query: string): readonly Target[] {
  const { context } = usePage();
  const { projectId } = context;
  const [targets, setTargets] = useState<readonly Target[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void call('register.list', { projectId, query, archived: true, offset: 0, limit: MOST }).then((outcome) => {
        if (!current || !outcome.ok) return;
        const { clients, contacts } = outcome.data;
        const names = new Map(clients.map(({ id, name }) => [id, name ?? '']));
        const all: readonly Target[] =
          kind === 'client'
            ? clients.map(({ id, name }) => ({ id, name: name ?? '', detail: '' }))
            : contacts.map(({ id, name, clientId }) => ({ id, name: name ?? '', detail: names.get(clientId) ?? '' }));
        setTargets(all.filter(({ id }) => id !== own));
      });
    }, TYPING_PAUSE_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [own, kind, projectId, query]);
  return targets;
}

/** Makes this entry and another one, which stays, one. */
export function MergeForm({ entry, onClose, onBack }: MergeFormProps) {
  const { t, context } = usePage();
  const { projectId } = context;
  const kind = 'client' in entry ? 'client' : 'contact';
  const own = 'client' in entry ? entry.client : entry.contact;
  const [query, setQuery] = useState('');
  const [intoId, setIntoId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const targets = useTargets(own.id, kind, query);
  const command = useEntryCommand();

  async function submit(): Promise<void> {
    setMissing(intoId === null);
    if (intoId === null) return;
    const shared = { projectId, expectedVersion: entry.base, intoId };
    const merged =
      kind === 'client'
        ? await command.send((commandId) => call('client.merge', { ...shared, commandId, clientId: own.id }))
        : await command.send((commandId) => call('contact.merge', { ...shared, commandId, contactId: own.id }));
    if (merged !== null) onClose(t('people.merge.done', { name: merged.name ?? '' }));
  }

  return (
    <Form
      title={t('people.merge.title', { name: own.name ?? '' })}
      submitLabel={t('people.merge.submit')}
      keepsDraft={false}
      busy={command.busy}
      onSubmit={() => void submit()}
      onCancel={onBack}
      failure={
        command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void submit()} />
      }
    >
      <p className="quiet">{t(`people.merge.${kind}`)}</p>
      <Field label={t('people.search')} problem={missing ? t('people.merge.missing') : undefined}>
        {({ id, describedBy }) => (
          <input
            id={id}
            ref={focusOnMount}
            className="control"
            type="search"
            value={query}
            aria-describedby={describedBy}
            aria-invalid={missing}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="field">
        <legend className="field-label">{t('people.merge.into')}</legend>
        {targets.length === 0 ? <p className="quiet">{t('people.nothingFound')}</p> : null}
        {targets.map(({ id, name, detail }) => (
          <label key={id} className="check">
            <input
              type="radio"
              name="into"
              checked={intoId === id}
              onChange={() => {
                setIntoId(id);
                setMissing(false);
              }}
            />
            <span>
              {name} <span className="quiet">{detail}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Form>
  );
}
