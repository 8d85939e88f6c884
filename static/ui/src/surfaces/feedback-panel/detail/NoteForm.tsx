import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { DraftNotice } from '../../../components/DraftNotice';
import { FailureNotice } from '../../../components/FailureNotice';
import { Form } from '../../../components/Form';
import { TextAreaField } from '../../../components/TextAreaField';
import { call } from '../../../lib/call';
import { normalized, problemAt, textProblems } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { storedText } from '../../../lib/storedText';
import { useDraft } from '../../../lib/useDraft';
import { draftName, type ItemFormProps } from './operations';
import { useItemForm } from './useItemForm';

/** Adds a note that only the team reads. */
export function NoteForm({ item, operations }: ItemFormProps) {
  const { t } = usePage();
  const draft = useDraft(draftName('note', item.id), '', storedText);
  const form = useItemForm(draft, operations);
  const note = draft.value;

  function submit(): Promise<void> {
    return form.submit({
      problems: textProblems('note', note, TEXT_LIMIT),
      message: 'note.done',
      send: () => call('feedback.note', { commandId: draft.commandId, feedbackId: item.id, note }),
    });
  }

  return (
    <Form
      title={t('note.title')}
      submitLabel={t('note.submit')}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        form.command.failure === null ? null : (
          <FailureNotice failure={form.command.failure} onRetry={() => void submit()} />
        )
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      <TextAreaField
        label={t('note.text')}
        hint={t('note.hint')}
        value={note}
        limit={TEXT_LIMIT}
        required
        problem={problemAt(t, form.problems, 'note', normalized(note).length)}
        inputRef={focusOnMount}
        onChange={draft.update}
      />
    </Form>
  );
}
