/** Three-point efforts of tasks by index, in working days: finite, not negative, low ≤ likely ≤ high. */
export interface Efforts {
  readonly low: Float64Array;
  readonly likely: Float64Array;
  readonly high: Float64Array;
}

/** From here on an effort is taken for a slip of the keyboard: ten working years of one person. */
export const ABSURD_DAYS = 2_500;

/**
 * Efforts that can be reckoned with. What is missing (not a number) follows from what is there: the likely value lies
 * amid the two others, a low or high one equals the likely; with nothing at all there is no effort. Negative values
 * become 0, those above `limit` become `limit`, and values out of order are put in order.
 *
 * @returns the efforts, and for how many tasks something was changed
 * @throws RangeError where the three lists are not of one length
 */
export function repairEfforts(
  given: Efforts,
  limit: number = ABSURD_DAYS,
): { readonly efforts: Efforts; readonly repaired: number } {
  const size = given.likely.length;
  if (given.low.length !== size || given.high.length !== size) throw new RangeError('Each task needs three efforts');
  const efforts = { low: new Float64Array(size), likely: new Float64Array(size), high: new Float64Array(size) };
  let repaired = 0;
  for (let task = 0; task < size; task += 1) {
    const before = [given.low[task] ?? NaN, given.likely[task] ?? NaN, given.high[task] ?? NaN] as const;
    const [low, likely, high] = repairOne(before, limit);
    efforts.low[task] = low;
    efforts.likely[task] = likely;
    efforts.high[task] = high;
    if (low !== before[0] || likely !== before[1] || high !== before[2]) repaired += 1;
  }
  return { efforts, repaired };
}

type Triple = readonly [low: number, likely: number, high: number];

function repairOne(given: Triple, limit: number): Triple {
  const [low, likely, high] = given.map((value) => Math.min(limit, Math.max(0, value)));
  const middle = firstNumber(likely, (firstNumber(low, high) + firstNumber(high, low)) / 2, 0);
  const three = Float64Array.of(firstNumber(low, middle), middle, firstNumber(high, middle)).sort();
  return [three[0] ?? 0, three[1] ?? 0, three[2] ?? 0];
}

/** The first that is a number; not a number if none is. */
function firstNumber(...values: readonly (number | undefined)[]): number {
  return values.find((value) => value !== undefined && !Number.isNaN(value)) ?? NaN;
}
