import type { Efforts } from './efforts';

/**
 * Adds to each of `into` the effort of a task that belongs to the number in the same place of `uniform`: the inverse of
 * the triangular distribution, so that a greater number, and a greater low, likely or high, never give a smaller effort.
 */
export function addEfforts(
  efforts: Efforts,
  task: number,
  uniform: Float64Array,
  into: Float64Array,
  count: number,
): void {
  const low = efforts.low[task] ?? 0;
  const likely = efforts.likely[task] ?? 0;
  const high = efforts.high[task] ?? 0;
  const range = high - low;
  if (range === 0) {
    for (let run = 0; run < count; run += 1) into[run] = (into[run] ?? 0) + likely;
    return;
  }
  const share = (likely - low) / range;
  const rising = range * (likely - low);
  const falling = range * (high - likely);
  for (let run = 0; run < count; run += 1) {
    const number = uniform[run] ?? 0;
    const effort = number < share ? low + Math.sqrt(number * rising) : high - Math.sqrt((1 - number) * falling);
    into[run] = (into[run] ?? 0) + effort;
  }
}
