import { useState } from 'react';
import { ConfirmationBox } from '../../../components/ConfirmationBox';
import { FailureNotice } from '../../../components/FailureNotice';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useConfirmation } from '../../../lib/useConfirmation';
import { useCommand } from '../../../lib/useCommand';
import { contactName } from '../../../components/contact/contactName';
import type { ItemFormProps } from './operations';

/** Erases the personal data of the item's contact, after a deliberate second step. */
export function EraseContactForm({ item, operations }: ItemFormProps) {
  const { t } = usePage();
  const confirmation = useConfirmation();
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const command = useCommand(({ code }) => {
    if (code !== 'TRANSPORT') setCommandId(crypto.randomUUID());
  });

  async function submit(): Promise<void> {
    if (!confirmation.given()) return;
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
      <ConfirmationBox confirmation={confirmation} boxRef={focusOnMount} />
    </Form>
  );
}
