import { useId, useState } from 'react';
import { FailureNotice } from '../../../components/FailureNotice';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import type { ChangeFormProps } from './operations';

/** Erases all texts of a change request for good. */
export function EraseForm({ change, operations }: ChangeFormProps) {
  const { t } = usePage();
  const id = useId();
  const [commandId] = useState(() => crypto.randomUUID());
  const [confirmed, setConfirmed] = useState<'no' | 'yes' | 'missing'>('no');
  const command = useCommand();

  async function erase(): Promise<void> {
    if (confirmed !== 'yes') {
      setConfirmed('missing');
      return;
    }
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
      <div className="check">
        <input
          id={id}
          ref={focusOnMount}
          type="checkbox"
          checked={confirmed === 'yes'}
          aria-invalid={confirmed === 'missing'}
          aria-describedby={confirmed === 'missing' ? `${id}problem` : undefined}
          onChange={(event) => setConfirmed(event.target.checked ? 'yes' : 'no')}
        />
        <label htmlFor={id}>{t('erase.confirm')}</label>
      </div>
      {confirmed === 'missing' ? (
        <p className="field-problem" id={`${id}problem`}>
          {t('erase.missing')}
        </p>
      ) : null}
    </Form>
  );
}
