import { REASON_LIMIT } from '../../../../../../src/contract/limits';
import { DraftNotice } from '../../../components/DraftNotice';
import { Form } from '../../../components/Form';
import { TextAreaField } from '../../../components/TextAreaField';
import { call } from '../../../lib/call';
import { normalized, problemAt, textProblems } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { storedText } from '../../../lib/storedText';
import { useDraft } from '../../../lib/useDraft';
import { FormFailure } from '../../../components/FormFailure';
import { draftName, type ItemFormProps } from './operations';
import { useItemForm } from './useItemForm';

/** Opens a closed item again, with the reason. */
export function ReopenForm({ item, operations }: ItemFormProps) {
  const { t } = usePage();
  const draft = useDraft(draftName('reopen', item.id), '', storedText);
  const form = useItemForm(draft, operations);
  const reason = draft.value;

  function submit(): Promise<void> {
    return form.submit({
      problems: textProblems('reason', reason, REASON_LIMIT),
      message: 'reopen.done',
      send: () =>
        call('feedback.reopen', {
          commandId: draft.commandId,
          feedbackId: item.id,
          expectedVersion: item.version,
          reason,
        }),
    });
  }

  return (
    <Form
      title={t('reopen.title')}
      submitLabel={form.conflicting ? t('conflict.apply') : t('reopen.submit')}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        <FormFailure
          failure={form.command.failure}
          differences={[{ label: t('fact.state'), theirs: t(`state.${item.state}`), mine: t('state.acknowledged') }]}
          onRetry={() => void submit()}
          onDrop={form.drop}
        />
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      <TextAreaField
        label={t('reopen.reason')}
        hint={t('reopen.hint')}
        value={reason}
        limit={REASON_LIMIT}
        required
        problem={problemAt(t, form.problems, 'reason', normalized(reason).length)}
        inputRef={focusOnMount}
        onChange={draft.update}
      />
    </Form>
  );
}
