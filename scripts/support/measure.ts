const LEAST_RUNS = 5;
const MOST_RUNS = 200;
/** For how long something quick is repeated, first to warm up and then to measure. */
const MILLISECONDS = 300;

function repeat<T>(work: () => T): { readonly result: T; readonly times: readonly number[] } {
  const times: number[] = [];
  const began = performance.now();
  for (;;) {
    const started = performance.now();
    const result = work();
    const ended = performance.now();
    times.push(ended - started);
    const isEnough = times.length >= LEAST_RUNS && (ended - began > MILLISECONDS || times.length >= MOST_RUNS);
    if (isEnough) return { result, times };
  }
}

/** The result of some work, and how long it takes: the median, in milliseconds, of five or more runs after as many to warm up. */
export function measured<T>(work: () => T): { readonly result: T; readonly ms: number } {
  repeat(work);
  const { result, times } = repeat(work);
  const sorted = times.toSorted((a, b) => a - b);
  return { result, ms: sorted[Math.floor(sorted.length / 2)] ?? NaN };
}
