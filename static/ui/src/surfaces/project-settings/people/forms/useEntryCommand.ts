import { useState } from 'react';
import type { FieldProblem } from '../../../../../../../src/contract/errors';
import type { Failure, Outcome } from '../../../../lib/call';
import { useCommand } from '../../../../lib/useCommand';

export interface EntryCommand {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly problems: readonly FieldProblem[];
  /** Sends under an id that stays the same until there was an answer. */
  readonly send: <T>(act: (commandId: string) => Promise<Outcome<T>>) => Promise<T | null>;
  readonly clear: () => void;
}

/** The writes of one form of the register. What somebody typed about people is kept in no draft. */
export function useEntryCommand(onFailure?: (failure: Failure) => void): EntryCommand {
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const command = useCommand((failure) => {
    if (failure.code !== 'TRANSPORT') setCommandId(crypto.randomUUID());
    setProblems(failure.fields ?? []);
    onFailure?.(failure);
  });
  return {
    busy: command.busy,
    failure: command.failure,
    problems,
    clear: command.clear,
    send: async (act) => {
      setProblems([]);
      const done = await command.run(() => act(commandId));
      if (done !== null) setCommandId(crypto.randomUUID());
      return done;
    },
  };
}
