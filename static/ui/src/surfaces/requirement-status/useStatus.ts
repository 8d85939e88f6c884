import { useCallback, useEffect, useState } from 'react';
import type { ProcedurePayload } from '../../../../../src/contract/procedures';
import type { StatusSummary } from '../../../../../src/contract/summary';
import { call, type Failure } from '../../lib/call';

type Source = ProcedurePayload<'summary.show'>;
type State =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly summary: StatusSummary };

/**
 * The state of the source's requirements: one call when it is shown, and one when the source changes.
 *
 * @param source the same object as long as it is the same source.
 */
export function useStatus(source: Source): { readonly state: State; readonly retry: () => void } {
  const [found, setFound] = useState<{ readonly source: Source; readonly state: State } | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isWanted = true;
    void call('summary.show', source).then((outcome) => {
      if (!isWanted) return;
      const state: State = outcome.ok
        ? { phase: 'ready', summary: outcome.data }
        : { phase: 'failed', failure: outcome.failure };
      setFound({ source, state });
    });
    return () => {
      isWanted = false;
    };
  }, [source, attempt]);

  const retry = useCallback(() => {
    setFound(null);
    setAttempt((before) => before + 1);
  }, []);
  return { state: found?.source === source ? found.state : { phase: 'loading' }, retry };
}
