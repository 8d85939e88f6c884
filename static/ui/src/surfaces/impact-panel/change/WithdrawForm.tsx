import { REASON_LIMIT } from '../../../../../../src/contract/limits';
import { DraftNotice } from '../../../components/DraftNotice';
import { Form } from '../../../components/Form';
import { FormFailure } from '../../../components/FormFailure';
import { TextAreaField } from '../../../components/TextAreaField';
import { call } from '../../../lib/call';
import { normalized, problemAt, textProblems } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { storedText } from '../../../lib/storedText';
import { useDraft } from '../../../lib/useDraft';
import { draftName, target, type ChangeFormProps } from './operations';
import { useChangeForm } from './useChangeForm';

/** Takes the change request back, with the reason. */
export function WithdrawForm({ change, operations }: ChangeFormProps) {
  const { t } = usePage();
  const draft = useDraft(draftName('withdraw', change.id), '', storedText);
  const form = useChangeForm(draft, operations);

  function submit(): Promise<void> {
    return form.submit({
      problems: textProblems('reason', draft.value, REASON_LIMIT),
      message: 'change.withdraw.done',
      send: () => call('change.move', { ...target(change, draft.commandId), to: 'withdrawn', reason: draft.value }),
    });
  }

  const difference = {
    label: t('fact.state'),
    theirs: t(`change.state.${change.state}`),
    mine: t('change.state.withdrawn'),
  };
  return (
    <Form
      title={t('change.withdraw.title')}
      submitLabel={form.conflicting ? t('conflict.apply') : t('change.withdraw.submit')}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        <FormFailure
          failure={form.command.failure}
          differences={[difference]}
          onRetry={() => void submit()}
          onDrop={form.drop}
        />
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      <TextAreaField
        label={t('change.withdraw.reason')}
        hint={t('reopen.hint')}
        value={draft.value}
        limit={REASON_LIMIT}
        required
        problem={problemAt(t, form.problems, 'reason', normalized(draft.value).length)}
        inputRef={focusOnMount}
        onChange={draft.update}
      />
    </Form>
  );
}
