/**
 * When issues of a project were created and resolved, in days since 1970 with fractions (milliseconds / 86,400,000), in
 * any order, an issue that is resolved now once. What lies after the day of a forecast is not looked at.
 */
export interface History {
  readonly created: ArrayLike<number>;
  readonly resolved: ArrayLike<number>;
}

/** The instants that are known on `today`, earliest first. */
export function knownInstants(instants: ArrayLike<number>, today: number): Float64Array {
  return Float64Array.from(instants)
    .filter((instant) => instant <= today)
    .sort();
}

/** How many of the sorted instants are not after `instant`. */
export function countUntil(sorted: Float64Array, instant: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
