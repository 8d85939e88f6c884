import { useCallback, useEffect, useState } from 'react';
import type { Failure, Outcome } from '../../../lib/call';
import { usePage } from '../../../lib/Page';

export type Reading<Data> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly data: Data };

/**
 * Reads something of the project, and again when asked to; what is shown stays until then.
 *
 * @param from stays the same between renderings
 */
export function useReading<Data>(from: (projectId: string) => Promise<Outcome<Data>>) {
  const { projectId } = usePage().context;
  const [reading, setReading] = useState<Reading<Data>>({ phase: 'loading' });
  const read = useCallback(async (): Promise<void> => {
    const outcome = await from(projectId);
    setReading(outcome.ok ? { phase: 'ready', data: outcome.data } : { phase: 'failed', failure: outcome.failure });
  }, [from, projectId]);
  useEffect(() => void read(), [read]);
  return { reading, read };
}
