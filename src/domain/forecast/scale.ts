/**
 * Errors are measured between cube roots of days. Waits for events are all but symmetric there (Wilson and Hilferty),
 * whereas on a logarithmic scale a long wait makes the next range far too wide, and on a plain one a short wait gives
 * negative days.
 */
export function toScale(days: number): number {
  return Math.cbrt(days);
}

/** No quantile lies below a twentieth of the centre. */
const LEAST_SHARE = 1 / 20;

export function fromScale(centre: number, error: number): number {
  return Math.max(toScale(centre * LEAST_SHARE), toScale(centre) + error) ** 3;
}
