type Values = Float64Array | readonly number[];

/**
 * The value below which the share `p` of the sorted values lies, between two values in proportion (the definition that
 * numpy and R take by default: the smallest value for p = 0, the greatest for p = 1).
 *
 * @param sorted ascending, at least one
 * @param p 0 to 1
 */
export function quantile(sorted: Values, p: number): number {
  if (sorted.length === 0 || !(p >= 0 && p <= 1))
    throw new RangeError('A quantile needs values and a share from 0 to 1');
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const from = sorted[below] ?? 0;
  const to = sorted[below + 1] ?? from;
  return from + (to - from) * (place - below);
}

/** The share of the runs that are finished within the working days from now, 0 to 1. */
export function chanceBy(sorted: Values, workingDays: number): number {
  if (sorted.length === 0) throw new RangeError('A chance needs runs');
  let within = 0;
  let beyond = sorted.length;
  while (within < beyond) {
    const middle = (within + beyond) >>> 1;
    if ((sorted[middle] ?? 0) <= workingDays) within = middle + 1;
    else beyond = middle;
  }
  return within / sorted.length;
}

export function meanOf(values: Values): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
