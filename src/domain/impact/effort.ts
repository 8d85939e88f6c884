import type { Effort } from '../../contract/issues';

export const NO_EFFORT: Effort = { low: 0, likely: 0, high: 0 };

/** The longest effort of one issue or change that is believed, in working days: a hundred people for four years. */
const LONGEST = 100_000;

export function plus(a: Effort, b: Effort): Effort {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}

/** What is left when `b` falls away: the least when most of it does. */
export function minus(a: Effort, b: Effort): Effort {
  return { low: a.low - b.high, likely: a.likely - b.likely, high: a.high - b.low };
}

export function times(effort: Effort, factor: number): Effort {
  return { low: effort.low * factor, likely: effort.likely * factor, high: effort.high * factor };
}

/**
 * An effort that can be worked with, of whatever was given: in order, from 0 to `LONGEST`. Null when one of its numbers is
 * none.
 */
export function repaired({ low, likely, high }: Effort): Effort | null {
  const numbers = [low, likely, high];
  if (numbers.some((number) => !Number.isFinite(number))) return null;
  const [least = 0, middle = 0, most = 0] = numbers
    .map((number) => Math.min(Math.max(number, 0), LONGEST))
    .toSorted((a, b) => a - b);
  return { low: least, likely: middle, high: most };
}

export function isSame(a: Effort, b: Effort): boolean {
  return a.low === b.low && a.likely === b.likely && a.high === b.high;
}
