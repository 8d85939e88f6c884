import type { Bench } from './support/bench';

/** Every benchmark by the name it is called with; `npm run bench` runs them in this order. */
export const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  'impact-assess': async () => (await import('./impact-assess')).impactAssessBench,
  'impact-growth': async () => (await import('./impact-growth')).impactGrowthBench,
  'impact-schedule': async () => (await import('./impact-schedule')).impactScheduleBench,
  'impact-search': async () => (await import('./impact-search')).impactSearchBench,
  'mirror-day': async () => (await import('./mirror-day')).mirrorDayBench,
  'mirror-rebuild': async () => (await import('./mirror-rebuild')).mirrorRebuildBench,
  'requirement-status-browser': async () =>
    (await import('./requirement-status-browser')).requirementStatusBrowserBench,
  'requirement-status': async () => (await import('./requirement-status')).requirementStatusBench,
};
