import type { ReactNode } from 'react';
import type { Difference } from '../../../../components/DifferencesTable';
import { Form } from '../../../../components/Form';
import { FormFailure } from '../../../../components/FormFailure';
import { usePage } from '../../../../lib/Page';
import type { EntryCommand } from './useEntryCommand';

interface EntryFormProps {
  readonly title: string;
  readonly command: EntryCommand;
  /** Where somebody else saved in between: what differs; otherwise null. */
  readonly differences: readonly Difference[] | null;
  readonly children: ReactNode;
  readonly onSave: () => void;
  readonly onTakeTheirs: () => void;
  readonly onCancel: () => void;
}

/** The form of an entry of the register; who saved in between is shown beside what is typed. */
export function EntryForm({ title, command, differences, children, onSave, onTakeTheirs, onCancel }: EntryFormProps) {
  const { t } = usePage();
  const { failure, busy } = command;
  return (
    <Form
      title={title}
      submitLabel={t(differences === null ? 'people.save' : 'conflict.apply')}
      keepsDraft={false}
      busy={busy}
      onSubmit={onSave}
      onCancel={onCancel}
      failure={
        failure?.code === 'INVALID_INPUT' ? null : (
          <FormFailure failure={failure} differences={differences ?? []} onRetry={onSave} onDrop={onTakeTheirs} />
        )
      }
    >
      {children}
    </Form>
  );
}
