import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { FeedbackSummary } from '../../../../../../src/contract/feedback';
import type { Outcome } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import type { MessageKey } from '../../../lib/i18n';
import type { Draft } from '../../../lib/useDraft';
import { useSubmission, type SubmissionState } from '../../../lib/useSubmission';
import type { ItemOperations } from './operations';

interface ItemSubmission {
  /** What the form itself finds wrong. */
  readonly problems: readonly FieldProblem[];
  readonly send: () => Promise<Outcome<FeedbackSummary>>;
  /** What is said once it is saved. */
  readonly message: MessageKey;
}

export interface ItemFormState extends Pick<SubmissionState, 'command' | 'problems' | 'conflicting'> {
  readonly submit: (submission: ItemSubmission) => Promise<void>;
  /** Forgets what was typed and closes the form. */
  readonly drop: () => void;
}

/** A form of an item. After a conflict the item is shown as it now is, so that submitting again applies to that. */
export function useItemForm<T>(draft: Draft<T>, operations: ItemOperations): ItemFormState {
  const { t } = usePage();
  const { command, problems, conflicting, submit } = useSubmission(draft, ({ current }) => {
    if (current !== undefined) operations.overtaken(current);
  });
  return {
    command,
    problems,
    conflicting,
    submit: async ({ message, ...submission }) => {
      const item = await submit(submission);
      if (item !== null) await operations.done(item, t(message));
    },
    drop: () => {
      draft.discard();
      operations.close();
    },
  };
}
