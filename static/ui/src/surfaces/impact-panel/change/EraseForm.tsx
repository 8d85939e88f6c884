import { useState } from 'react';
import { ConfirmationBox } from '../../../components/ConfirmationBox';
import { FailureNotice } from '../../../components/FailureNotice';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useConfirmation } from '../../../lib/useConfirmation';
import { useCommand } from '../../../lib/useCommand';
import type { ChangeFormProps } from './operations';

/** Erases all texts of a change request for good. */
export function EraseForm({ change, operations }: ChangeFormProps) {
  const { t } = usePage();
  const [commandId] = useState(() => crypto.randomUUID());
  const confirmation = useConfirmation();
  const command = useCommand();

  async function erase(): Promise<void> {
    if (!confirmation.given()) return;
    const erased = await command.run(() => call('change.eraseTexts', { commandId, changeId: change.id }));
    if (erased !== null) await operations.done(t('change.erase.done'));
  }

  return (
    <Form
      title={t('change.erase.title')}
      submitLabel={t('erase.submit')}
      tone="danger"
      keepsDraft={false}
      busy={command.busy}
      onSubmit={() => void erase()}
      onCancel={operations.close}
      failure={
        command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void erase()} />
      }
    >
      <p>{t('change.erase.explanation')}</p>
      <ConfirmationBox confirmation={confirmation} boxRef={focusOnMount} />
    </Form>
  );
}
