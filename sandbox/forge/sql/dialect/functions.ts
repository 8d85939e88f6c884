import type { Token } from '../tokens';
import { symbol, text, word } from './render';

type Arguments = readonly (readonly Token[])[];

const OPEN = symbol('(');
const CLOSE = symbol(')');

function call(name: string, values: Arguments): Token[] {
  return [word(name), OPEN, ...joined(values, [symbol(',')]), CLOSE];
}

function joined(values: Arguments, separator: readonly Token[]): Token[] {
  return values.flatMap((value, index) => (index === 0 ? value : [...separator, ...value]));
}

function infix(values: Arguments, operator: string): Token[] {
  return [OPEN, ...joined(values, [symbol(operator)]), CLOSE];
}

const renamed = (name: string) => (values: Arguments) => call(name, values);
const joinedBy = (operator: string) => (values: Arguments) => infix(values, operator);

/** The present moment in UTC with as many digits of the second as asked for, as `DATETIME(n)` stores it. */
function now(values: Arguments): Token[] {
  const digits = values[0]?.[0]?.text ?? '0';
  return call('strftime', [[text(digits === '0' ? '%Y-%m-%d %H:%M:%S' : '%Y-%m-%d %H:%M:%f')], [text('now')]]);
}

/** What SQLite calls otherwise, or does with an operator. Functions that are missing here keep their name. */
export const FUNCTIONS: Readonly<Record<string, (values: Arguments) => Token[]>> = {
  CHAR_LENGTH: renamed('length'),
  CHARACTER_LENGTH: renamed('length'),
  LENGTH: renamed('octet_length'),
  CONCAT: joinedBy('||'),
  IF: renamed('iif'),
  GREATEST: renamed('max'),
  LEAST: renamed('min'),
  LEFT: ([of = [], length = []]) => call('substr', [of, [{ kind: 'number', text: '1' }], length]),
  JSON_EXTRACT: joinedBy('->'),
  JSON_UNQUOTE: ([value = []]) => infix([value, [text('$')]], '->>'),
  JSON_ARRAYAGG: renamed('json_group_array'),
  JSON_OBJECTAGG: renamed('json_group_object'),
  NOW: now,
  CURRENT_TIMESTAMP: now,
  LOCALTIMESTAMP: now,
  UTC_TIMESTAMP: now,
};
