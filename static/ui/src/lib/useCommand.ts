import { useRef, useState } from 'react';
import type { Failure, Outcome } from './call';

export interface Command {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Runs one call at a time: a second one while the first is under way is ignored and gives null. */
  readonly run: <T>(act: () => Promise<Outcome<T>>) => Promise<T | null>;
  readonly clear: () => void;
}

/** Tracks the progress and the failure of the writes of one form or row of buttons. */
export function useCommand(onFailure?: (failure: Failure) => void): Command {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run<T>(act: () => Promise<Outcome<T>>): Promise<T | null> {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setFailure(null);
    const outcome = await act();
    running.current = false;
    setBusy(false);
    if (outcome.ok) return outcome.data;
    setFailure(outcome.failure);
    onFailure?.(outcome.failure);
    return null;
  }

  return {
    busy,
    failure,
    run,
    clear: () => {
      setFailure(null);
    },
  };
}
