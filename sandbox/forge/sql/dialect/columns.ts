import { SqlFailure } from '../failure';
import { closingBracket, isSymbol, isWord, splitAtCommas, type Token } from '../tokens';
import { columnType } from './columnTypes';
import { toSqlite } from './expressions';
import { quoteName, render } from './render';

/** A column definition in SQLite's words, and whether it asks for an index of its own. */
export interface ColumnDefinition {
  readonly name: string;
  readonly sql: string;
  readonly unique: boolean;
}

interface Modifiers {
  unsigned: boolean;
  notNull: boolean;
  primary: boolean;
  unique: boolean;
  automatic: boolean;
  defaultValue: string | null;
  checks: string[];
}

function defaultValue(tokens: readonly Token[], at: number): { readonly sql: string; readonly next: number } {
  const call = isSymbol(tokens[at + 1], '(');
  const negative = isSymbol(tokens[at], '-');
  const end = isSymbol(tokens[at], '(')
    ? closingBracket(tokens, at) + 1
    : call
      ? closingBracket(tokens, at + 1) + 1
      : at + (negative ? 2 : 1);
  const value = render(toSqlite(tokens.slice(at, end)));
  return { sql: call && !isWord(tokens[at], 'NULL') ? `(${value})` : value, next: end };
}

/** Modifiers that are one word, or a word with an optional `KEY`, and what they set. */
const FLAGS: Readonly<Record<string, (into: Modifiers) => void>> = {
  UNSIGNED: (into) => (into.unsigned = true),
  ZEROFILL: (into) => (into.unsigned = true),
  PRIMARY: (into) => (into.primary = true),
  UNIQUE: (into) => (into.unique = true),
  AUTO_INCREMENT: (into) => (into.automatic = true),
  AUTO_RANDOM: (into) => (into.automatic = true),
  NULL: () => undefined,
  SIGNED: () => undefined,
};
/** Modifiers without meaning for SQLite, and how many tokens they take. */
const SKIPPED: Readonly<Record<string, number>> = { CHARACTER: 3, CHARSET: 2, COMMENT: 2, COLLATE: 2 };

/** Reads one modifier and says where the next one starts. */
function readModifier(tokens: readonly Token[], at: number, into: Modifiers): number {
  const token = tokens[at];
  const name = token?.kind === 'word' ? token.text.toUpperCase() : '';
  const flag = FLAGS[name];
  if (flag) {
    flag(into);
    return at + (isWord(tokens[at + 1], 'KEY') ? 2 : 1);
  }
  if (name === 'NOT') {
    into.notNull = true;
    return at + 2;
  }
  if (name === 'DEFAULT') {
    const { sql, next } = defaultValue(tokens, at + 1);
    into.defaultValue = sql;
    return next;
  }
  if (name === 'CHECK' && isSymbol(tokens[at + 1], '(')) {
    const close = closingBracket(tokens, at + 1);
    into.checks.push(`CHECK ${render(toSqlite(tokens.slice(at + 1, close + 1)))}`);
    return close + 1;
  }
  const skipped = SKIPPED[name];
  if (skipped !== undefined) return at + skipped;
  throw SqlFailure.syntax(`the sandbox's libSQL does not know "${token?.text ?? ''}" in a column`);
}

/** @param tokens a column's definition: its name, its type and what follows. */
export function columnDefinition(tokens: readonly Token[]): ColumnDefinition {
  const [name, type] = tokens;
  if (!name || type?.kind !== 'word') throw SqlFailure.syntax('a column has no type');
  let at = 2;
  let values: readonly string[] = [];
  if (isSymbol(tokens[at], '(')) {
    const close = closingBracket(tokens, at);
    values = splitAtCommas(tokens.slice(at + 1, close)).map((value) => value[0]?.text ?? '');
    at = close + 1;
  }
  const modifiers: Modifiers = {
    unsigned: false,
    notNull: false,
    primary: false,
    unique: false,
    automatic: false,
    defaultValue: null,
    checks: [],
  };
  while (at < tokens.length) at = readModifier(tokens, at, modifiers);
  const column = quoteName(name.text);
  // Only this exact declaration numbers rows in SQLite.
  if (modifiers.automatic) {
    return { name: name.text, sql: `${column} INTEGER PRIMARY KEY AUTOINCREMENT`, unique: false };
  }
  const { declared, checks } = columnType(name.text, type.text, values, modifiers.unsigned);
  const parts = [column, declared];
  if (modifiers.notNull || modifiers.primary) parts.push('NOT NULL');
  if (modifiers.defaultValue !== null) parts.push(`DEFAULT ${modifiers.defaultValue}`);
  if (modifiers.primary) parts.push('PRIMARY KEY');
  return { name: name.text, sql: [...parts, ...checks, ...modifiers.checks].join(' '), unique: modifiers.unique };
}
