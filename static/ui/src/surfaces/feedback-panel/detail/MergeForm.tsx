import { useState } from 'react';
import type { FeedbackList, FeedbackSummary } from '../../../../../../src/contract/feedback';
import { FailureNotice } from '../../../components/FailureNotice';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { call } from '../../../lib/call';
import { focusOnMount } from '../../../lib/focus';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { contactName } from '../../../components/contact/contactName';
import { excerptOf } from '../state/excerpt';
import { ConflictNotice } from '../../../components/ConflictNotice';
import { MergeTargets } from './MergeTargets';
import type { ItemFormProps } from './operations';

interface Choice {
  readonly intoId: string | null;
  readonly query: string;
  readonly commandId: string;
  /** Whether it was tried to go on without a choice. */
  readonly missing: boolean;
}

function folded(value: string): string {
  return value.normalize('NFKC').toLowerCase();
}

/** Merges the item into another one of the issue. */
export function MergeForm({ item, operations, list }: ItemFormProps & { readonly list: FeedbackList }) {
  const { t } = usePage();
  const [choice, setChoice] = useState<Choice>({
    intoId: null,
    query: '',
    commandId: crypto.randomUUID(),
    missing: false,
  });
  const command = useCommand((failure) => {
    if (failure.code !== 'TRANSPORT') setChoice((before) => ({ ...before, commandId: crypto.randomUUID() }));
    if (failure.current !== undefined) operations.overtaken(failure.current);
  });
  const { intoId, commandId } = choice;
  const words = (each: FeedbackSummary): string => folded(`${excerptOf(t, each)} ${contactName(t, each.contact)}`);
  const targets = list.items.filter(
    (each) => each.id !== item.id && each.state !== 'merged' && words(each).includes(folded(choice.query.trim())),
  );

  async function submit(): Promise<void> {
    if (intoId === null) {
      setChoice({ ...choice, missing: true });
      return;
    }
    const merged = await command.run(() =>
      call('feedback.merge', { commandId, feedbackId: item.id, expectedVersion: item.version, intoId }),
    );
    if (merged !== null) await operations.doneWithOthers(t('merge.done'));
  }

  const conflicting = command.failure?.code === 'CONFLICT';
  const state = { label: t('fact.state'), theirs: t(`state.${item.state}`), mine: t('state.merged') };
  return (
    <Form
      title={t('merge.title')}
      submitLabel={conflicting ? t('conflict.apply') : t('merge.submit')}
      keepsDraft={false}
      busy={command.busy}
      onSubmit={() => void submit()}
      onCancel={operations.close}
      failure={
        command.failure === null ? null : conflicting ? (
          <ConflictNotice differences={[state]} onDrop={operations.close} />
        ) : (
          <FailureNotice failure={command.failure} onRetry={() => void submit()} />
        )
      }
    >
      <p className="quiet">{t('merge.explanation', { contact: contactName(t, item.contact) })}</p>
      <Field label={t('merge.search')} problem={choice.missing ? t('merge.missing') : undefined}>
        {({ id, describedBy }) => (
          <input
            id={id}
            ref={focusOnMount}
            className="control"
            type="search"
            value={choice.query}
            aria-describedby={describedBy}
            aria-invalid={choice.missing}
            onChange={(event) => setChoice({ ...choice, query: event.target.value })}
          />
        )}
      </Field>
      <MergeTargets
        targets={targets}
        chosen={intoId}
        partial={list.total > list.items.length}
        onChoose={(id) => setChoice({ ...choice, intoId: id, missing: false, commandId: crypto.randomUUID() })}
      />
    </Form>
  );
}
