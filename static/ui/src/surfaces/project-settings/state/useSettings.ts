import { useCallback, useEffect, useState } from 'react';
import type { SettingsView } from '../../../../../../src/contract/settings';
import type { Failure } from '../../../lib/call';
import { usePlace } from './place';

export type SettingsState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly view: SettingsView };

/** The settings of the project or the site, read once when the page opens. */
export function useSettings(): {
  readonly state: SettingsState;
  readonly retry: () => void;
  readonly show: (view: SettingsView) => void;
} {
  const { get } = usePlace();
  const [read] = useState(() => get);
  const [state, setState] = useState<SettingsState>({ phase: 'loading' });
  const load = useCallback(async () => {
    const outcome = await read();
    setState(outcome.ok ? { phase: 'ready', view: outcome.data } : { phase: 'failed', failure: outcome.failure });
  }, [read]);
  useEffect(() => {
    void load();
  }, [load]);
  return {
    state,
    retry: () => {
      setState({ phase: 'loading' });
      void load();
    },
    show: (view) => setState({ phase: 'ready', view }),
  };
}
