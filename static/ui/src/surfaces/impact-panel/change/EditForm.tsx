import { useState } from 'react';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { DraftNotice } from '../../../components/DraftNotice';
import { Form } from '../../../components/Form';
import { FormFailure } from '../../../components/FormFailure';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { ChangeFieldSet } from './ChangeFieldSet';
import { changeProblems, fieldsOf, storedFields, type ChangeFields } from './fields';
import { draftName, target, type ChangeFormProps } from './operations';
import { changedPayload } from './payload';
import { useChangeForm } from './useChangeForm';

interface EditFormProps extends ChangeFormProps {
  readonly overview: ImpactOverview;
  readonly now: number;
}

const TEXTS = ['title', 'from', 'to', 'reason', 'ifNot', 'validUntil'] as const;

/** Corrects what the change request says. */
export function EditForm({ change, operations, overview, now }: EditFormProps) {
  const { t, formats } = usePage();
  const base = fieldsOf(change);
  const [initial] = useState<ChangeFields>(base);
  const draft = useDraft(draftName('edit', change.id), initial, (stored) => ({ ...initial, ...storedFields(stored) }));
  const form = useChangeForm(draft, operations);

  async function submit(): Promise<void> {
    // What was not touched here stays as it now is, whoever has changed it meanwhile.
    const changes = changedPayload(initial, draft.value);
    if (Object.keys(changes).length === 0) {
      operations.close();
      return;
    }
    await form.submit({
      problems: changeProblems(draft.value),
      message: 'change.edit.done',
      send: () => call('change.edit', { ...target(change, draft.commandId), changes }),
    });
  }

  const differences = TEXTS.filter((field) => draft.value[field] !== base[field]).map((field) => ({
    label: t(`change.field.${field}`),
    theirs: base[field],
    mine: draft.value[field],
  }));
  return (
    <Form
      title={t('change.edit.title')}
      submitLabel={form.conflicting ? t('conflict.apply') : t('edit.submit')}
      busy={form.command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        <FormFailure
          failure={form.command.failure}
          differences={differences}
          onRetry={() => void submit()}
          onDrop={form.drop}
        />
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      <ChangeFieldSet
        value={draft.value}
        problems={form.problems.map((problem) => ({ ...problem, path: problem.path.replace(/^changes\./u, '') }))}
        issue={{ id: change.issue.id, projectId: overview.issue.projectId }}
        today={formats.dayOf(now)}
        onChange={(next) => draft.update({ ...draft.value, ...next })}
      />
    </Form>
  );
}
