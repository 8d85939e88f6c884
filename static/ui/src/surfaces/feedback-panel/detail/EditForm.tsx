import { DraftNotice } from '../../../components/DraftNotice';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { fieldProblems, storedFields } from '../record/fields';
import { FieldSet } from '../record/FieldSet';
import { useWords } from '../state/words';
import { differences, fieldsOf, toPayload, withChange, type EditChanges } from './editChanges';
import { FormFailure } from '../../../components/FormFailure';
import { draftName, type ItemFormProps } from './operations';
import { useItemForm } from './useItemForm';

const NOTHING: EditChanges = {};

/** Corrects what was recorded, in place. */
export function EditForm({ item, operations, now }: ItemFormProps & { readonly now: number }) {
  const { t, formats, context } = usePage();
  const words = useWords();
  const draft = useDraft(draftName('edit', item.id), NOTHING, (stored) => storedFields(stored, words.kinds));
  const form = useItemForm(draft, operations);
  const base = fieldsOf(item);
  const fields = { ...base, ...draft.value };
  const today = formats.dayOf(now);

  async function submit(): Promise<void> {
    const changed = Object.keys(draft.value);
    if (changed.length === 0) {
      operations.close();
      return;
    }
    await form.submit({
      problems: fieldProblems(fields, today).filter(({ path }) => changed.includes(path.split('.')[0] ?? path)),
      message: 'edit.done',
      send: () =>
        call('feedback.edit', {
          commandId: draft.commandId,
          feedbackId: item.id,
          expectedVersion: item.version,
          timeZone: context.timeZone,
          changes: toPayload(draft.value),
        }),
    });
  }

  return (
    <Form
      title={t('edit.title')}
      submitLabel={form.conflicting ? t('conflict.apply') : t('edit.submit')}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        <FormFailure
          failure={form.command.failure}
          differences={differences(t, formats, words, base, draft.value)}
          onRetry={() => void submit()}
          onDrop={form.drop}
        />
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      <FieldSet
        value={fields}
        problems={form.problems.map((problem) => ({ ...problem, path: problem.path.replace(/^changes\./u, '') }))}
        recent={null}
        today={today}
        textRef={focusOnMount}
        onChange={(change) => draft.update(withChange(base, draft.value, change))}
      />
    </Form>
  );
}
