import type { ReactNode } from 'react';
import type { ChangeState } from '../../../../../../src/contract/changeVocabulary';
import { DraftNotice } from '../../../components/DraftNotice';
import { Form } from '../../../components/Form';
import { FormFailure } from '../../../components/FormFailure';
import { usePage } from '../../../lib/Page';
import type { Draft } from '../../../lib/useDraft';
import type { ChangeFormProps } from './operations';
import type { ChangeFormState } from './useChangeForm';

interface StateFormProps<T> extends ChangeFormProps {
  readonly title: string;
  readonly submitLabel: string;
  /** Where the change request stands once the form is saved. */
  readonly to: ChangeState;
  readonly draft: Draft<T>;
  readonly form: ChangeFormState;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
}

/** A form that moves the change request to another state; after a conflict both states stand beside each other. */
export function StateForm<T>({ title, submitLabel, to, change, operations, draft, form, ...props }: StateFormProps<T>) {
  const { t } = usePage();
  const { children, onSubmit } = props;
  const difference = {
    label: t('fact.state'),
    theirs: t(`change.state.${change.state}`),
    mine: t(`change.state.${to}`),
  };
  return (
    <Form
      title={title}
      submitLabel={form.conflicting ? t('conflict.apply') : submitLabel}
      busy={form.command.busy}
      onSubmit={onSubmit}
      onCancel={operations.close}
      failure={
        <FormFailure failure={form.command.failure} differences={[difference]} onRetry={onSubmit} onDrop={form.drop} />
      }
    >
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={draft.discard} />
      {children}
    </Form>
  );
}
