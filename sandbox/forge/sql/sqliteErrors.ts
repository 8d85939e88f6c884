import { SqlFailure } from './failure';

interface Rule {
  readonly pattern: RegExp;
  readonly errno: number;
  readonly code: string;
  readonly sqlState: string;
  readonly message: (found: readonly string[]) => string;
}

const [ACCESS, CONSTRAINT] = ['42000', '23000'] as const;

const RULES: readonly Rule[] = [
  {
    pattern: /^no such table: (?:main\.)?(.+)$/u,
    errno: 1146,
    code: 'ER_NO_SUCH_TABLE',
    sqlState: '42S02',
    message: ([name = '']) => `Table '${name}' doesn't exist`,
  },
  {
    pattern: /^no such column: (.+)$/u,
    errno: 1054,
    code: 'ER_BAD_FIELD_ERROR',
    sqlState: '42S22',
    message: ([name = '']) => `Unknown column '${name}' in 'field list'`,
  },
  {
    pattern: /^table (.+) has no column named (.+)$/u,
    errno: 1054,
    code: 'ER_BAD_FIELD_ERROR',
    sqlState: '42S22',
    message: ([, name = '']) => `Unknown column '${name}' in 'field list'`,
  },
  {
    pattern: /^table "?(.+?)"? already exists$/u,
    errno: 1050,
    code: 'ER_TABLE_EXISTS_ERROR',
    sqlState: '42S01',
    message: ([name = '']) => `Table '${name}' already exists`,
  },
  {
    pattern: /^duplicate column name: (.+)$/u,
    errno: 1060,
    code: 'ER_DUP_FIELDNAME',
    sqlState: '42S21',
    message: ([name = '']) => `Duplicate column name '${name}'`,
  },
  {
    pattern: /^index (?:.+__)?(.+) already exists$/u,
    errno: 1061,
    code: 'ER_DUP_KEYNAME',
    sqlState: ACCESS,
    message: ([name = '']) => `Duplicate key name '${name}'`,
  },
  {
    pattern: /^UNIQUE constraint failed: (.+)$/u,
    errno: 1062,
    code: 'ER_DUP_ENTRY',
    sqlState: CONSTRAINT,
    message: ([columns = '']) => `Duplicate entry for key '${columns}'`,
  },
  {
    pattern: /^NOT NULL constraint failed: (?:.+\.)?(.+)$/u,
    errno: 1048,
    code: 'ER_BAD_NULL_ERROR',
    sqlState: CONSTRAINT,
    message: ([name = '']) => `Column '${name}' cannot be null`,
  },
  {
    pattern: /^CHECK constraint failed: 1048:(.+)$/u,
    errno: 1048,
    code: 'ER_BAD_NULL_ERROR',
    sqlState: CONSTRAINT,
    message: ([name = '']) => `Column '${name}' cannot be null`,
  },
  {
    pattern: /^CHECK constraint failed: 1406:(.+)$/u,
    errno: 1406,
    code: 'ER_DATA_TOO_LONG',
    sqlState: '22001',
    message: ([name = '']) => `Data too long for column '${name}' at row 1`,
  },
  {
    pattern: /^CHECK constraint failed: 1264:(.+)$/u,
    errno: 1264,
    code: 'ER_WARN_DATA_OUT_OF_RANGE',
    sqlState: '22003',
    message: ([name = '']) => `Out of range value for column '${name}' at row 1`,
  },
  {
    pattern: /^CHECK constraint failed: 1366:(.+)$/u,
    errno: 1366,
    code: 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
    sqlState: 'HY000',
    message: ([name = '']) => `Incorrect integer value for column '${name}' at row 1`,
  },
  {
    pattern: /^CHECK constraint failed: 1292:(.+)$/u,
    errno: 1292,
    code: 'ER_TRUNCATED_WRONG_VALUE',
    sqlState: '22007',
    message: ([name = '']) => `Incorrect datetime value for column '${name}' at row 1`,
  },
  {
    pattern: /^CHECK constraint failed: 1265:(.+)$/u,
    errno: 1265,
    code: 'WARN_DATA_TRUNCATED',
    sqlState: '01000',
    message: ([name = '']) => `Data truncated for column '${name}' at row 1`,
  },
  {
    pattern: /^CHECK constraint failed: 3140:(.+)$/u,
    errno: 3140,
    code: 'ER_INVALID_JSON_TEXT',
    sqlState: '22032',
    message: ([name = '']) => `Invalid JSON text for column '${name}'`,
  },
  {
    pattern: /^CHECK constraint failed: (.+)$/u,
    errno: 3819,
    code: 'ER_CHECK_CONSTRAINT_VIOLATED',
    sqlState: 'HY000',
    message: ([name = '']) => `Check constraint '${name}' is violated.`,
  },
  {
    pattern: /^no such function: (.+)$/u,
    errno: 1305,
    code: 'ER_SP_DOES_NOT_EXIST',
    sqlState: ACCESS,
    message: ([name = '']) => `FUNCTION ${name} does not exist (or the sandbox's libSQL lacks it)`,
  },
  {
    pattern: /values for (\d+) columns|has \d+ columns but \d+ values/u,
    errno: 1136,
    code: 'ER_WRONG_VALUE_COUNT_ON_ROW',
    sqlState: '21S01',
    message: () => "Column count doesn't match value count at row 1",
  },
];

/** MySQL's number, name and words for what SQLite says. */
export function ofSqlite(message: string): SqlFailure {
  for (const rule of RULES) {
    const found = rule.pattern.exec(message);
    if (found) return SqlFailure.ofDatabase(rule.errno, rule.code, rule.sqlState, rule.message(found.slice(1)));
  }
  return SqlFailure.syntax(`libSQL says: ${message}`);
}
