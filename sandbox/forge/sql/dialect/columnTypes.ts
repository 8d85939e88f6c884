import { quoteName, quoteString } from './render';

/** How a MySQL column type is declared in SQLite, with the checks that MySQL's strict mode makes. */
export interface ColumnType {
  readonly declared: string;
  readonly checks: readonly string[];
}

const INTEGER_BITS: Readonly<Record<string, number>> = { TINYINT: 8, SMALLINT: 16, MEDIUMINT: 24, INT: 32, BIGINT: 64 };
const SYNONYMS: Readonly<Record<string, string>> = {
  INTEGER: 'INT',
  BOOL: 'TINYINT',
  BOOLEAN: 'TINYINT',
  NUMERIC: 'DECIMAL',
};
const DAY = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]';
const TIME = '[0-2][0-9]:[0-5][0-9]:[0-5][0-9]';

/** The name says which of MySQL's errors a violation is: see `errors.ts`. */
function check(errno: number, column: string, condition: string): string {
  return `CONSTRAINT ${quoteName(`${String(errno)}:${column}`)} CHECK (${quoteName(column)} IS NULL OR ${condition})`;
}

function integer(column: string, type: string, bits: number, unsigned: boolean): ColumnType {
  const name = quoteName(column);
  const checks = [check(1366, column, `typeof(${name}) = 'integer'`)];
  if (bits < 64) {
    const [least, most] = unsigned ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
    checks.push(check(1264, column, `${name} BETWEEN ${String(least)} AND ${String(most)}`));
  } else if (unsigned) checks.push(check(1264, column, `${name} >= 0`));
  return { declared: unsigned ? `${type} UNSIGNED` : type, checks };
}

function moment(column: string, type: string, digits: number): ColumnType {
  const pattern = `${DAY} ${TIME}${digits > 0 ? `.${'[0-9]'.repeat(digits)}` : ''}`;
  const bare = digits > 0 ? ` OR ${quoteName(column)} GLOB '${DAY} ${TIME}'` : '';
  return {
    declared: `${type}(${String(digits)})`,
    checks: [check(1292, column, `(${quoteName(column)} GLOB '${pattern}'${bare})`)],
  };
}

function characters(column: string, type: string, length: number): ColumnType {
  return {
    declared: `${type}(${String(length)}) COLLATE RTRIM`,
    checks: [check(1406, column, `length(${quoteName(column)}) <= ${String(length)}`)],
  };
}

const TEXT_BYTES: Readonly<Record<string, number>> = {
  TINYTEXT: 255,
  TEXT: 65_535,
  MEDIUMTEXT: 16_777_215,
  LONGTEXT: 4_294_967_295,
};

function ofBytes(column: string, declared: string, length: number): ColumnType {
  return { declared, checks: [check(1406, column, `octet_length(${quoteName(column)}) <= ${String(length)}`)] };
}

function byFamily(column: string, type: string, values: readonly string[]): ColumnType | null {
  const first = Number(values[0] ?? Number.NaN);
  const name = quoteName(column);
  switch (type) {
    case 'CHAR':
    case 'VARCHAR':
      return characters(column, type, Number.isNaN(first) ? 1 : first);
    case 'DATETIME':
    case 'TIMESTAMP':
      return moment(column, type, Number.isNaN(first) ? 0 : first);
    case 'DATE':
      return { declared: type, checks: [check(1292, column, `${name} GLOB '${DAY}'`)] };
    case 'JSON':
      return { declared: 'JSON TEXT', checks: [check(3140, column, `json_valid(${name})`)] };
    case 'BINARY':
    case 'VARBINARY':
      return ofBytes(column, `${type}(${String(first)}) BLOB`, first);
    case 'ENUM':
      return {
        declared: 'ENUM TEXT',
        checks: [check(1265, column, `${name} IN (${values.map(quoteString).join(', ')})`)],
      };
    default:
      return null;
  }
}

/** @param values what stands in the brackets after the type: a length, precision and scale, or an enumeration. */
export function columnType(column: string, given: string, values: readonly string[], unsigned: boolean): ColumnType {
  const type = SYNONYMS[given.toUpperCase()] ?? given.toUpperCase();
  const bits = INTEGER_BITS[type];
  if (bits !== undefined) return integer(column, type, bits, unsigned);
  const bytes = TEXT_BYTES[type];
  if (bytes !== undefined) return ofBytes(column, `${type} COLLATE RTRIM`, bytes);
  return (
    byFamily(column, type, values) ?? {
      declared: values.length > 0 ? `${type}(${values.join(', ')})` : type,
      checks: [],
    }
  );
}
