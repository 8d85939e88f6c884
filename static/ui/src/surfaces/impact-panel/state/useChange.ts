import { useCallback, useEffect, useState } from 'react';
import type { ChangeDetail } from '../../../../../../src/contract/change';
import { call, type Failure } from '../../../lib/call';

export interface LoadedChange {
  readonly change: ChangeDetail | null;
  readonly failure: Failure | null;
  /** Reads it again behind what is shown. */
  readonly reload: () => Promise<void>;
}

/** One change request with all that belongs to it. */
export function useChange(changeId: string): LoadedChange {
  const [change, setChange] = useState<ChangeDetail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const reload = useCallback(async (): Promise<void> => {
    const outcome = await call('change.get', { changeId });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok)
      setChange((before) => (before !== null && before.version > outcome.data.version ? before : outcome.data));
  }, [changeId]);

  useEffect(() => {
    void reload();
  }, [reload]);

  return { change, failure, reload };
}
