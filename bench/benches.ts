import type { Bench } from './support/bench';

/** Every benchmark by the name it is called with; `npm run bench` runs them in this order. */
export const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  'impact-search': async () => (await import('./impact-search')).impactSearchBench,
  mirror: async () => (await import('./mirror')).mirrorBench,
};
