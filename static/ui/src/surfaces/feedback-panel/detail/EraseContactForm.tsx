import { useState } from 'react';
import { FailureNotice } from '../../../components/FailureNotice';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { contactName } from '../../../components/contact/contactName';
import type { ItemFormProps } from './operations';

/** Erases the personal data of the item's contact, after a deliberate second step. */
export function EraseContactForm({ item, operations }: ItemFormProps) {
  const { t } = usePage();
  const [sure, setSure] = useState(false);
  const [missing, setMissing] = useState(false);
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const command = useCommand(({ code }) => {
    if (code !== 'TRANSPORT') setCommandId(crypto.randomUUID());
  });

  async function submit(): Promise<void> {
    setMissing(!sure);
    if (!sure) return;
    const erased = await command.run(() => call('contact.erase', { commandId, contactId: item.contact.id }));
    if (erased !== null) await operations.doneWithOthers(t('erase.done'));
  }

  return (
    <Form
      title={t('erase.title', { contact: contactName(t, item.contact) })}
      submitLabel={t('erase.submit')}
      tone="danger"
      keepsDraft={false}
      busy={command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void submit()} />
      }
    >
      <p>{t('erase.explanation')}</p>
      <label className="check">
        <input
          ref={focusOnMount}
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
