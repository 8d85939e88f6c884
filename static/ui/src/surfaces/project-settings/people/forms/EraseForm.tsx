import { useState } from 'react';
import type { ContactEntry } from '../../../../../../../src/contract/register';
import { FailureNotice } from '../../../../components/FailureNotice';
import { Form } from '../../../../components/Form';
import { call, type Outcome } from '../../../../lib/call';
import { focusOnMount } from '../../../../lib/focus';
import { usePage } from '../../../../lib/Page';
import { useEntryCommand } from './useEntryCommand';

interface EraseFormProps {
  readonly contact: ContactEntry;
  readonly onClose: (message?: string) => void;
  readonly onBack: () => void;
}

const CHOICES = ['keep', 'remove'] as const;

/** Erases who a person is for good, what they said as chosen, after a deliberate second step. */
export function EraseForm({ contact, onClose, onBack }: EraseFormProps) {
  const { t } = usePage();
  const [texts, setTexts] = useState<(typeof CHOICES)[number]>('keep');
  const [sure, setSure] = useState(false);
  const [missing, setMissing] = useState(false);
  const [after, setAfter] = useState<string | null>(null);
  const command = useEntryCommand();

  /** A call erases the texts of some items; the last one the person. */
  async function eraseAll(first: string): Promise<Outcome<true>> {
    let [commandId, from] = [first, after];
    for (;;) {
      const where = from === null ? {} : { after: from };
      const outcome = await call('contact.erase', { commandId, contactId: contact.id, texts, ...where });
      if (!outcome.ok) return outcome;
      from = outcome.data.next;
      setAfter(from);
      if (from === null) return { ok: true, data: true };
      commandId = crypto.randomUUID();
    }
  }

  async function submit(): Promise<void> {
    setMissing(!sure);
    if (!sure) return;
    const erased = await command.send(eraseAll);
    if (erased !== null) onClose(t('erase.done'));
  }

  return (
    <Form
      title={t('erase.title', { contact: contact.name ?? '' })}
      submitLabel={t('erase.submit')}
      tone="danger"
      keepsDraft={false}
      busy={command.busy}
      onSubmit={() => void submit()}
      onCancel={onBack}
      failure={
        command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void submit()} />
      }
    >
      <p>{t('people.erase.explanation', { count: contact.feedback })}</p>
      <fieldset className="field">
        <legend className="field-label">{t('people.erase.texts')}</legend>
        {CHOICES.map((choice, index) => (
          <label key={choice} className="check">
            <input
              ref={index === 0 ? focusOnMount : undefined}
              type="radio"
              name="texts"
              checked={texts === choice}
              onChange={() => setTexts(choice)}
            />
            {t(`people.erase.${choice}`)}
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input
          type="checkbox"
          checked={sure}
          aria-invalid={missing}
          onChange={(event) => {
            setSure(event.target.checked);
            setMissing(false);
          }}
        />
        {t('erase.confirm')}
      </label>
      {missing ? (
        <p className="field-problem" role="alert">
          {t('erase.missing')}
        </p>
      ) : null}
    </Form>
  );
}
