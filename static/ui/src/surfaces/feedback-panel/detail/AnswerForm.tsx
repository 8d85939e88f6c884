import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { MOVE_TARGETS, type MoveTarget } from '../../../../../../src/contract/vocabulary';
import { DraftNotice } from '../../../components/DraftNotice';
import { Form } from '../../../components/Form';
import { SelectField } from '../../../components/SelectField';
import { TextAreaField } from '../../../components/TextAreaField';
import { call } from '../../../lib/call';
import { normalized, problemAt, textProblems } from '../../../lib/fieldProblems';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { movesFrom, needsAnswer } from '../../../../../../src/contract/lifecycle';
import { FormFailure } from '../../../components/FormFailure';
import { draftName, type ItemFormProps } from './operations';
import { useItemForm } from './useItemForm';

interface AnswerDraft {
  readonly to: MoveTarget;
  readonly text: string;
}

function stored(value: unknown): AnswerDraft | null {
  if (typeof value !== 'object' || value === null || !('to' in value && 'text' in value)) return null;
  const to = MOVE_TARGETS.find((target) => target === value.to);
  return to === undefined || typeof value.text !== 'string' ? null : { to, text: value.text };
}

/** Moves the item, with the answer that the client reads. */
export function AnswerForm({ item, operations, start }: ItemFormProps & { readonly start: MoveTarget }) {
  const { t } = usePage();
  const draft = useDraft<AnswerDraft>(draftName('answer', item.id), { to: start, text: '' }, (value) => {
    const kept = stored(value);
    return kept !== null && start === 'declined' ? { ...kept, to: start } : kept;
  });
  const form = useItemForm(draft, operations);
  const { to, text } = draft.value;
  const { length } = normalized(text);
  const required = needsAnswer(to);
  const choices = MOVE_TARGETS.filter((target) => target === to || movesFrom(item.state).includes(target));

  function submit(): Promise<void> {
    const answer = length === 0 ? {} : { answer: text };
    return form.submit({
      problems: required || length > 0 ? textProblems('answer', text, TEXT_LIMIT) : [],
      message: 'answer.done',
      send: () =>
        call('feedback.move', {
          commandId: draft.commandId,
          feedbackId: item.id,
          expectedVersion: item.version,
          to,
          ...answer,
        }),
    });
  }

  return (
    <Form
      title={t('answer.title')}
      submitLabel={form.conflicting ? t('conflict.apply') : t(`answer.submit.${to}`)}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        <FormFailure
          failure={form.command.failure}
          differences={[{ label: t('fact.state'), theirs: t(`state.${item.state}`), mine: t(`state.${to}`) }]}
          onRetry={() => void submit()}
          onDrop={form.drop}
        />
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      <SelectField
        label={t('answer.to')}
        value={to}
        choices={choices}
        nameOf={(target) => t(`state.${target}`)}
        onChange={(target) => draft.update({ ...draft.value, to: target })}
      />
      <TextAreaField
        label={t(required ? 'answer.text' : 'answer.textOptional')}
        hint={t('answer.hint')}
        value={text}
        limit={TEXT_LIMIT}
        required={required}
        problem={problemAt(t, form.problems, 'answer', length)}
        inputRef={focusOnMount}
        onChange={(next) => draft.update({ ...draft.value, text: next })}
      />
    </Form>
  );
}
