import { useCallback, useEffect, useState } from 'react';
import type { FeedbackDetail, FeedbackSummary } from '../../../../../../src/contract/feedback';
import { call, type Failure } from '../../../lib/call';

export interface ItemDetail {
  readonly detail: FeedbackDetail | null;
  readonly failure: Failure | null;
  /** Reads the item again behind what is shown. */
  readonly reload: () => Promise<void>;
}

/** One item with its threads and history. */
export function useDetail(feedbackId: string, onRead: (item: FeedbackSummary) => void): ItemDetail {
  const [detail, setDetail] = useState<FeedbackDetail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const reload = useCallback(async (): Promise<void> => {
    const outcome = await call('feedback.get', { feedbackId });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) {
      setDetail(outcome.data);
      onRead(outcome.data);
    }
  }, [feedbackId, onRead]);

  useEffect(() => {
    void reload();
  }, [reload]);

  return { detail, failure, reload };
}
