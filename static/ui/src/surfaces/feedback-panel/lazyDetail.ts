import { lazy } from 'react';

const loadDetail = () => import('./detail/Detail');

/** The item on its own. Its code is not needed to see the list, nor to record: the first key typed there must count. */
export const Detail = lazy(async () => ({ default: (await loadDetail()).Detail }));

/** Fetches the code of the detail while nothing else is going on. */
export function prefetchDetail(): void {
  const load = (): void => {
    loadDetail().catch(() => undefined);
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 500);
}
