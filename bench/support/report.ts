const UNITS = ['B', 'kB', 'MB', 'GB'] as const;
const THOUSANDS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A table for the terminal: the first column to the left, numbers and everything else to the right. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  return [line(columns), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export function heading(text: string): string {
  return `\n${text}\n${'='.repeat(text.length)}\n`;
}

/** The middle value; of an even number of values the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies, interpolated. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (position - Math.floor(position));
}

/** `12,345` */
export function whole(value: number): string {
  return THOUSANDS.format(value);
}

/** How many times as much: `4.9 ×`. */
export function ratio(value: number, base: number): string {
  return base === 0 ? '–' : `${(value / base).toFixed(2)} ×`;
}

/** `0.4 ms`, `36 ms`, `4.2 s` */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}

/** `512 B`, `4.2 MB`, in powers of 1,000. */
export function bytes(count: number): string {
  const power = Math.min(UNITS.length - 1, count < 1_000 ? 0 : Math.floor(Math.log10(count) / 3));
  return `${(count / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power] ?? ''}`;
}

/**
 * The exponent with which a quantity grows with the size: 0 not at all, 1 in proportion, 2 with the square. Between
 * the smallest and the largest size.
 */
export function growth(sizes: readonly number[], values: readonly number[]): number {
  const [small, large] = [sizes[0], sizes.at(-1)];
  const [low, high] = [values[0], values.at(-1)];
  if (small === undefined || large === undefined || low === undefined || high === undefined) return Number.NaN;
  return Math.log(high / low) / Math.log(large / small);
}
