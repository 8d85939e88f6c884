/** One row of numbers for each of several things. */
export function table(count: number, width: number): readonly Float64Array[] {
  const all = new Float64Array(count * width);
  return Array.from({ length: count }, (_, index) => all.subarray(index * width, (index + 1) * width));
}

/** Adds to the first `count` numbers of a row those in the same places of another. */
export function add(into: Float64Array, more: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) into[run] = (into[run] ?? 0) + (more[run] ?? 0);
}

/**
 * Writes the greater of two rows of finite numbers, place by place, which is half of their sum and distance. Which one it
 * is cannot be guessed, and a processor that guesses wrong loses more time than the sum takes.
 */
export function later(into: Float64Array, one: Float64Array, other: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) {
    const first = one[run] ?? 0;
    const second = other[run] ?? 0;
    into[run] = (first + second + Math.abs(first - second)) / 2;
  }
}
