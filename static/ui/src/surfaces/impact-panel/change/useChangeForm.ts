import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { Outcome } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import type { MessageKey } from '../../../lib/i18n';
import type { Draft } from '../../../lib/useDraft';
import { useSubmission, type SubmissionState } from '../../../lib/useSubmission';
import type { ChangeOperations } from './operations';

interface ChangeSubmission {
  /** What the form itself finds wrong. */
  readonly problems: readonly FieldProblem[];
  readonly send: () => Promise<Outcome<object>>;
  /** What is said once it is saved. */
  readonly message: MessageKey;
}

export interface ChangeFormState extends Pick<SubmissionState, 'command' | 'problems' | 'conflicting'> {
  readonly submit: (submission: ChangeSubmission) => Promise<void>;
  /** Forgets what was typed and closes the form. */
  readonly drop: () => void;
}

/**
 * A form of a change request. After a conflict, or when the assessment has gone out of date, the request is read as it
 * now is, so that submitting again applies to that.
 */
export function useChangeForm<T>(draft: Draft<T>, operations: ChangeOperations): ChangeFormState {
  const { t } = usePage();
  const { command, problems, conflicting, submit } = useSubmission(draft, ({ code }) => {
    if (code === 'CONFLICT' || code === 'STALE_ASSESSMENT') operations.overtaken();
  });
  return {
    command,
    problems,
    conflicting,
    submit: async ({ message, ...submission }) => {
      const saved = await submit(submission);
      if (saved !== null) await operations.done(t(message));
    },
    drop: () => {
      draft.discard();
      operations.close();
    },
  };
}
