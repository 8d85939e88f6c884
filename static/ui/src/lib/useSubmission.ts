import { useState } from 'react';
import type { FieldProblem } from '../../../../src/contract/errors';
import type { Failure, Outcome } from './call';
import { useCommand, type Command } from './useCommand';
import type { Draft } from './useDraft';

interface Submission<Saved> {
  /** What the form itself finds wrong. */
  readonly problems: readonly FieldProblem[];
  readonly send: () => Promise<Outcome<Saved>>;
}

export interface SubmissionState {
  readonly command: Command;
  readonly problems: readonly FieldProblem[];
  readonly conflicting: boolean;
  /** What the back end says now; null when something stood in the way, which is shown then. */
  readonly submit: <Saved>(submission: Submission<Saved>) => Promise<Saved | null>;
  readonly forgetProblems: () => void;
  /** Of one field, which is being corrected. */
  readonly forgetProblem: (path: string) => void;
}

/**
 * The way every form with a draft goes: check, send, and either forget the draft or keep what was typed. `onFailure`
 * hears what the back end refused, a conflict included, so that the screen can show what is there now.
 */
export function useSubmission<T>(draft: Draft<T>, onFailure?: (failure: Failure) => void): SubmissionState {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const command = useCommand((failure) => {
    draft.refused(failure);
    setProblems(failure.fields ?? []);
    onFailure?.(failure);
  });
  return {
    command,
    problems,
    conflicting: command.failure?.code === 'CONFLICT',
    submit: async ({ problems: found, send }) => {
      setProblems(found);
      if (found.length > 0) return null;
      const saved = await command.run(send);
      if (saved !== null) draft.discard();
      return saved;
    },
    forgetProblems: () => setProblems([]),
    forgetProblem: (path) =>
      setProblems((before) => before.filter((each) => each.path !== path && !each.path.startsWith(`${path}.`))),
  };
}
