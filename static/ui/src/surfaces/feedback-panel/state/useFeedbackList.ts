import { useCallback, useEffect, useState } from 'react';
import type { FeedbackList, FeedbackSummary } from '../../../../../../src/contract/feedback';
import { call, type Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { withItem, withNewItem, withPage } from './feedbackList';

type ListState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly list: FeedbackList };

export interface Feedback {
  readonly state: ListState;
  /** Shows the list as it is loaded anew. */
  readonly retry: () => void;
  /** Reads the list again behind the shown one, after something that touches several items. */
  readonly refresh: () => Promise<void>;
  readonly loadMore: () => Promise<Failure | null>;
  /** Shows an item as it now is. */
  readonly put: (item: FeedbackSummary) => void;
  readonly add: (item: FeedbackSummary) => void;
}

/** The feedback of the page's issue: one call when it is opened, more only when somebody asks for more. */
export function useFeedbackList(): Feedback {
  const { issueId } = usePage().context;
  const [state, setState] = useState<ListState>({ phase: 'loading' });

  const load = useCallback(async () => {
    const outcome = await call('feedback.list', { issueId, offset: 0 });
    setState(outcome.ok ? { phase: 'ready', list: outcome.data } : { phase: 'failed', failure: outcome.failure });
  }, [issueId]);

  useEffect(() => {
    void load();
  }, [load]);

  const change = useCallback((next: (list: FeedbackList) => FeedbackList): void => {
    setState((before) => (before.phase === 'ready' ? { phase: 'ready', list: next(before.list) } : before));
  }, []);
  const put = useCallback((item: FeedbackSummary) => change((list) => withItem(list, item)), [change]);

  return {
    state,
    put,
    add: (item) => change((list) => withNewItem(list, item)),
    retry: () => {
      setState({ phase: 'loading' });
      void load();
    },
    refresh: async () => {
      const outcome = await call('feedback.list', { issueId, offset: 0 });
      if (outcome.ok) setState({ phase: 'ready', list: outcome.data });
    },
    loadMore: async () => {
      if (state.phase !== 'ready') return null;
      const outcome = await call('feedback.list', { issueId, offset: state.list.items.length });
      if (!outcome.ok) return outcome.failure;
      change((list) => withPage(list, outcome.data));
      return null;
    },
  };
}
