import { useState } from 'react';
import type { ContactEntry } from '../../../../../../../src/contract/register';
import { ConfirmationBox } from '../../../../components/ConfirmationBox';
import { FailureNotice } from '../../../../components/FailureNotice';
import { Form } from '../../../../components/Form';
import { call, type Outcome } from '../../../../lib/call';
import { focusOnMount } from '../../../../lib/focus';
import { usePage } from '../../../../lib/Page';
import { useConfirmation } from '../../../../lib/useConfirmation';
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
  const confirmation = useConfirmation();
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
    if (!confirmation.given()) return;
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
      <ConfirmationBox confirmation={confirmation} />
    </Form>
  );
}
