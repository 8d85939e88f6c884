/** How a column was declared, as far as the driver knows: null for a computed one. */
export interface ColumnInfo {
  readonly name: string;
  readonly declared: string | null;
}

const SMALL_INTEGERS = /^(?:TINYINT|SMALLINT|MEDIUMINT|INT|YEAR)\b/u;

function digitsOf(declared: string, position: 0 | 1): number {
  const digits = /\((\d+)(?:,\s*(\d+))?/u.exec(declared);
  return Number(digits?.[position + 1] ?? 0);
}

function ofNumber(value: number | bigint, declared: string): unknown {
  if (SMALL_INTEGERS.test(declared)) return Number(value);
  if (declared.startsWith('DECIMAL')) return Number(value).toFixed(digitsOf(declared, 1));
  if (/^(?:DOUBLE|FLOAT|REAL)/u.test(declared)) return Number(value);
  return typeof value === 'bigint' ? value.toString() : value;
}

function ofText(value: string, declared: string): string {
  if (!/^(?:DATETIME|TIMESTAMP)/u.test(declared)) return value;
  const digits = digitsOf(declared, 0);
  return digits === 0 ? value : `${value}${value.includes('.') ? '' : '.'}`.padEnd(20 + digits, '0');
}

/** A value as Forge SQL puts it into JSON: 64-bit integers and decimals are strings. */
export function toJsonValue(value: unknown, { declared }: ColumnInfo): unknown {
  const type = declared?.toUpperCase() ?? '';
  if (typeof value === 'bigint' || typeof value === 'number') return ofNumber(value, type);
  if (typeof value === 'string') return ofText(value, type);
  return value instanceof ArrayBuffer ? Buffer.from(value).toJSON() : value;
}
