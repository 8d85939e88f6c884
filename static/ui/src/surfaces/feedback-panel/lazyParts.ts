import { lazy } from 'react';

const loadRecord = () => import('./record/RecordForm');
const loadDetail = () => import('./detail/Detail');

export const RecordForm = lazy(async () => ({ default: (await loadRecord()).RecordForm }));
export const Detail = lazy(async () => ({ default: (await loadDetail()).Detail }));

/** Fetches the code of the forms and the detail while nothing else is going on. */
export function prefetchParts(): void {
  const load = (): void => {
    for (const part of [loadRecord, loadDetail]) part().catch(() => undefined);
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 500);
}
