import { SqlFailure } from '../failure';
import { closingBracket, isSymbol, isWord, splitAtCommas, type Token } from '../tokens';
import { columnDefinition } from './columns';
import { toSqlite } from './expressions';
import { quoteName, render, word } from './render';

interface IndexDefinition {
  readonly name: string | null;
  readonly unique: boolean;
  readonly columns: readonly (readonly Token[])[];
}

/** `a, b(20) DESC` without the prefix lengths, which SQLite does not have. */
function indexedColumns(tokens: readonly Token[]): readonly (readonly Token[])[] {
  return splitAtCommas(tokens).map((part) =>
    isSymbol(part[1], '(') ? [...part.slice(0, 1), ...part.slice(closingBracket(part, 1) + 1)] : part,
  );
}

function columnList(columns: readonly (readonly Token[])[]): string {
  return `(${columns.map((column) => render(toSqlite(column))).join(', ')})`;
}

/** Index names belong to their table in MySQL, and to the whole database in SQLite. */
function indexName(table: string, name: string): string {
  return quoteName(`${table}__${name}`);
}

function createIndex(table: string, index: IndexDefinition, ifNotExists: boolean): string {
  const name = index.name ?? index.columns.map((column) => column[0]?.text ?? '').join('_');
  const words = ['CREATE', index.unique ? 'UNIQUE INDEX' : 'INDEX', ifNotExists ? 'IF NOT EXISTS' : ''];
  return `${words.join(' ')} ${indexName(table, name)} ON ${quoteName(table)} ${columnList(index.columns)}`;
}

/** `[UNIQUE] [KEY|INDEX] [name] (columns)`; null when the part is something else. */
function indexDefinition(part: readonly Token[]): IndexDefinition | null {
  const start = isWord(part[0], 'CONSTRAINT') ? (isWord(part[1], 'UNIQUE') ? 1 : 2) : 0;
  const unique = isWord(part[start], 'UNIQUE');
  const keyword = unique ? start + 1 : start;
  const named = isWord(part[keyword], 'KEY', 'INDEX') ? keyword + 1 : keyword;
  if (!unique && named === keyword) return null;
  const name = isSymbol(part[named], '(')
    ? start === 2
      ? (part[1]?.text ?? null)
      : null
    : (part[named]?.text ?? null);
  const open = part.findIndex((token) => isSymbol(token, '('));
  if (open < 0) throw SqlFailure.syntax('an index names no columns');
  return { name, unique, columns: indexedColumns(part.slice(open + 1, closingBracket(part, open))) };
}

function primaryKey(part: readonly Token[]): readonly (readonly Token[])[] | null {
  const start = isWord(part[0], 'CONSTRAINT') ? part.findIndex((token) => isWord(token, 'PRIMARY')) : 0;
  if (!isWord(part[start], 'PRIMARY') || !isWord(part[start + 1], 'KEY')) return null;
  const open = part.findIndex((token) => isSymbol(token, '('));
  return indexedColumns(part.slice(open + 1, closingBracket(part, open)));
}

interface TableParts {
  readonly columns: string[];
  readonly constraints: string[];
  readonly indexes: IndexDefinition[];
}

function readParts(parts: readonly (readonly Token[])[]): TableParts {
  const read: TableParts = { columns: [], constraints: [], indexes: [] };
  for (const part of parts) {
    const key = primaryKey(part);
    const index = key ? null : indexDefinition(part);
    if (key) {
      const notNull = key.map(
        (column) =>
          `CONSTRAINT ${quoteName(`1048:${column[0]?.text ?? ''}`)} CHECK (${render(column.slice(0, 1))} IS NOT NULL)`,
      );
      read.constraints.push(`PRIMARY KEY ${columnList(key)}`, ...notNull);
    } else if (index) read.indexes.push(index);
    else if (isWord(part[0], 'CHECK', 'CONSTRAINT')) read.constraints.push(render(toSqlite(part)));
    else {
      const column = columnDefinition(part);
      read.columns.push(column.sql);
      if (column.unique) read.indexes.push({ name: column.name, unique: true, columns: [part.slice(0, 1)] });
    }
  }
  return read;
}

/** `CREATE TABLE` as several statements: SQLite wants indexes apart. Table options are dropped. */
export function createTable(tokens: readonly Token[]): readonly string[] {
  const open = tokens.findIndex((token) => isSymbol(token, '('));
  const name = tokens[open - 1]?.text;
  if (open < 0 || name === undefined) throw SqlFailure.syntax('the table has no columns');
  const ifNotExists = isWord(tokens[2], 'IF');
  const { columns, constraints, indexes } = readParts(
    splitAtCommas(tokens.slice(open + 1, closingBracket(tokens, open))),
  );
  return [
    `CREATE TABLE ${ifNotExists ? 'IF NOT EXISTS ' : ''}${quoteName(name)} (${[...columns, ...constraints].join(', ')})`,
    ...indexes.map((index) => createIndex(name, index, ifNotExists)),
  ];
}

/** `CREATE [UNIQUE] INDEX [IF NOT EXISTS] name ON table (columns)`. */
export function createSeparateIndex(tokens: readonly Token[]): readonly string[] {
  const on = tokens.findIndex((token) => isWord(token, 'ON'));
  const open = tokens.findIndex((token) => isSymbol(token, '('));
  const [name, table] = [tokens[on - 1]?.text, tokens[on + 1]?.text];
  if (name === undefined || table === undefined || open < 0) throw SqlFailure.syntax('the index is incomplete');
  const columns = indexedColumns(tokens.slice(open + 1, closingBracket(tokens, open)));
  const ifNotExists = tokens.slice(0, on).some((token) => isWord(token, 'EXISTS'));
  return [createIndex(table, { name, unique: isWord(tokens[1], 'UNIQUE'), columns }, ifNotExists)];
}

/** `ALTER TABLE t ADD …, DROP …`: columns and indexes; the rest is left for SQLite to refuse. */
export function alterTable(tokens: readonly Token[]): readonly string[] {
  const table = tokens[2]?.text;
  if (table === undefined) throw SqlFailure.syntax('no table is named');
  return splitAtCommas(tokens.slice(3)).map((part) => {
    const index = isWord(part[0], 'ADD') ? indexDefinition(part.slice(1)) : null;
    if (index) return createIndex(table, index, false);
    if (isWord(part[0], 'DROP') && isWord(part[1], 'KEY', 'INDEX'))
      return `DROP INDEX ${indexName(table, part[2]?.text ?? '')}`;
    const column = isWord(part[0], 'ADD') ? part.slice(isWord(part[1], 'COLUMN') ? 2 : 1) : null;
    const action = column ? `ADD COLUMN ${columnDefinition(column).sql}` : render(toSqlite(part));
    return `ALTER TABLE ${render([{ kind: 'name', text: table }])} ${action}`;
  });
}

/** `DROP INDEX name ON table`. */
export function dropIndex(tokens: readonly Token[]): readonly string[] {
  const on = tokens.findIndex((token) => isWord(token, 'ON'));
  const ifExists = tokens.some((token) => isWord(token, 'EXISTS')) ? [word('IF'), word('EXISTS')] : [];
  return [`DROP INDEX ${render(ifExists)} ${indexName(tokens[on + 1]?.text ?? '', tokens[on - 1]?.text ?? '')}`];
}
