import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { FailureNotice } from '../../../components/FailureNotice';
import type { Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';

interface LoadMoreProps {
  readonly loaded: number;
  readonly total: number;
  readonly onLoadMore: () => Promise<Failure | null>;
}

/** Says that the list goes on, and fetches more of it. */
export function LoadMore({ loaded, total, onLoadMore }: LoadMoreProps) {
  const { t } = usePage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function load(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(await onLoadMore());
    setBusy(false);
  }

  return (
    <div className="load-more">
      <p className="quiet">{t('list.partial', { loaded, total })}</p>
      {failure === null ? (
        <Button onClick={() => void load()}>{t(busy ? 'list.loading' : 'list.loadMore')}</Button>
      ) : (
        <FailureNotice failure={failure} onRetry={() => void load()} />
      )}
    </div>
  );
}
