import { useCallback, useEffect, useState } from 'react';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { onChanged } from '../../../lib/bridge';
import { call, type Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';

const POLL_MILLISECONDS = 3000;

type OverviewState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly overview: ImpactOverview };

export interface Overview {
  readonly state: OverviewState;
  /** Shows the overview as it is loaded anew. */
  readonly retry: () => void;
  /** Reads it again behind what is shown. */
  readonly refresh: () => Promise<void>;
}

/**
 * What the panel opens with: one call. It is read again when another panel has changed something, and while the project
 * is being read for the first time, every three seconds.
 */
export function useOverview(): Overview {
  const { issueId } = usePage().context;
  const [state, setState] = useState<OverviewState>({ phase: 'loading' });

  const refresh = useCallback(async (): Promise<void> => {
    const outcome = await call('impact.overview', { issueId });
    if (outcome.ok) setState({ phase: 'ready', overview: outcome.data });
    else
      setState((before) => (before.phase === 'ready' ? { ...before } : { phase: 'failed', failure: outcome.failure }));
  }, [issueId]);

  useEffect(() => {
    void refresh();
    return onChanged(() => void refresh());
  }, [refresh]);

  const preparing = state.phase === 'ready' && state.overview.readiness.state === 'preparing';
  useEffect(() => {
    if (!preparing) return undefined;
    const timer = setTimeout(() => void refresh(), POLL_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [preparing, state, refresh]);

  return {
    state,
    refresh,
    retry: () => {
      setState({ phase: 'loading' });
      void refresh();
    },
  };
}
