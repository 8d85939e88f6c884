import { lazy } from 'react';

/** The graph; its code and the libraries it needs come when somebody wants to see it. */
export const Graph = lazy(async () => ({ default: (await import('./Graph')).Graph }));
