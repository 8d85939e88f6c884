import { useState } from 'react';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { FeedbackSummary } from '../../../../../../src/contract/feedback';
import type { Outcome } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import type { MessageKey } from '../../../lib/i18n';
import { useCommand, type Command } from '../../../lib/useCommand';
import type { Draft } from '../../../lib/useDraft';
import type { ItemOperations } from './operations';

interface Submission {
  /** What the form itself finds wrong. */
  readonly problems: readonly FieldProblem[];
  readonly send: () => Promise<Outcome<FeedbackSummary>>;
  /** What is said once it is saved. */
  readonly message: MessageKey;
}

export interface ItemFormState {
  readonly command: Command;
  readonly problems: readonly FieldProblem[];
  readonly conflicting: boolean;
  readonly submit: (submission: Submission) => Promise<void>;
  /** Forgets what was typed and closes the form. */
  readonly drop: () => void;
}

/**
 * The way every form of an item goes: check, send, and either show the outcome or keep what was typed. After a
 * conflict the item is shown as it now is, so that submitting again applies the change to that version.
 */
export function useItemForm<T>(draft: Draft<T>, operations: ItemOperations): ItemFormState {
  const { t } = usePage();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const command = useCommand((failure) => {
    draft.refused(failure);
    setProblems(failure.fields ?? []);
    if (failure.current !== undefined) operations.overtaken(failure.current);
  });

  async function submit({ problems: found, send, message }: Submission): Promise<void> {
    setProblems(found);
    if (found.length > 0) return;
    const item = await command.run(send);
    if (item === null) return;
    draft.discard();
    await operations.done(item, t(message));
  }

  return {
    command,
    problems,
    submit,
    conflicting: command.failure?.code === 'CONFLICT',
    drop: () => {
      draft.discard();
      operations.close();
    },
  };
}
