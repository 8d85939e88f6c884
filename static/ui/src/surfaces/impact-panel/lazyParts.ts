import { lazy } from 'react';

const loadWhatIf = () => import('./home/WhatIf');
const loadChange = () => import('./change/ChangeView');
const loadRaise = () => import('./change/RaiseForm');

/** Parts of the panel whose code is not needed to see what there is. */
export const WhatIf = lazy(async () => ({ default: (await loadWhatIf()).WhatIf }));
export const ChangeView = lazy(async () => ({ default: (await loadChange()).ChangeView }));
export const RaiseForm = lazy(async () => ({ default: (await loadRaise()).RaiseForm }));

/** Fetches that code while nothing else is going on. */
export function prefetchParts(): void {
  const load = (): void => {
    Promise.all([loadWhatIf(), loadChange(), loadRaise()]).catch(() => undefined);
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 500);
}
