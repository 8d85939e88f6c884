import { REASON_LIMIT } from '../../../../../../src/contract/limits';
import { TextAreaField } from '../../../components/TextAreaField';
import { call } from '../../../lib/call';
import { normalized, problemAt, textProblems } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { storedText } from '../../../lib/storedText';
import { useDraft } from '../../../lib/useDraft';
import { draftName, target, type ChangeFormProps } from './operations';
import { StateForm } from './StateForm';
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

  return (
    <StateForm
      title={t('change.withdraw.title')}
      submitLabel={t('change.withdraw.submit')}
      to="withdrawn"
      change={change}
      operations={operations}
      draft={draft}
      form={form}
      onSubmit={() => void submit()}
    >
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
    </StateForm>
  );
}
