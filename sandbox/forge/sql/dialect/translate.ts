import { SqlFailure } from '../failure';
import type { AdmittedStatement } from '../policy';
import { closingBracket, findWord, isSymbol, isWord, splitAtCommas, type Token } from '../tokens';
import { toSqlite } from './expressions';
import { quoteName, render, symbol, word } from './render';
import { alterTable, createSeparateIndex, createTable, dropIndex } from './tables';

/** A MySQL statement in SQLite's words. */
export interface Translation {
  readonly statements: readonly string[];
  /** The table of an `INSERT`. */
  readonly insertsInto: string | null;
  /** Whether it updates rows that are there already, which MySQL counts twice. */
  readonly upserts: boolean;
}

function plain(...statements: readonly string[]): Translation {
  return { statements, insertsInto: null, upserts: false };
}

/** `VALUES(c)` and `alias.c` both stand for the row that was to be inserted. */
function excludedColumns(tokens: readonly Token[], alias: string | null): readonly Token[] {
  const written: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const column = tokens[at + 2];
    if (isWord(token, 'VALUES') && isSymbol(tokens[at + 1], '(') && column) {
      written.push(word('excluded'), symbol('.'), column);
      at += 3;
    } else if (alias !== null && token.text === alias && isSymbol(tokens[at + 1], '.')) written.push(word('excluded'));
    else written.push(token);
  }
  return written;
}

/** SQLite cannot tell `SELECT … ON CONFLICT` from a join's `ON` unless a `WHERE` stands between them. */
function disambiguated(source: readonly Token[]): readonly Token[] {
  const select = findWord(source, 0, 'SELECT');
  if (select < 0 || findWord(source, select, 'WHERE', 'GROUP', 'ORDER', 'LIMIT') >= 0) return source;
  return [...source, word('WHERE'), word('TRUE')];
}

function insert(tokens: readonly Token[]): Translation {
  const ignore = isWord(tokens[1], 'IGNORE');
  const afterVerb = tokens.slice(ignore ? 2 : 1);
  const rest = isWord(afterVerb[0], 'INTO') ? afterVerb.slice(1) : afterVerb;
  const verb = isWord(tokens[0], 'REPLACE') ? 'REPLACE INTO' : `INSERT ${ignore ? 'OR IGNORE ' : ''}INTO`;
  const table = rest[0]?.text;
  const on = findWord(rest, 0, 'ON');
  const upserts = on >= 0 && isWord(rest[on + 1], 'DUPLICATE');
  if (table === undefined) throw SqlFailure.syntax('no table is named');
  if (!upserts) return { statements: [`${verb} ${render(toSqlite(rest))}`], insertsInto: table, upserts };
  const values = findWord(rest, 0, 'VALUES');
  const as = values < 0 ? -1 : findWord(rest, values, 'AS');
  const alias = as < 0 || as > on ? null : (rest[as + 1]?.text ?? null);
  const source = rest.slice(0, alias === null ? on : as);
  const assignments = toSqlite(excludedColumns(rest.slice(on + 4), alias));
  return {
    statements: [`${verb} ${render(toSqlite(disambiguated(source)))} ON CONFLICT DO UPDATE SET ${render(assignments)}`],
    insertsInto: table,
    upserts,
  };
}

/** `UPDATE t SET … WHERE … ORDER BY … LIMIT n` through the rows' numbers: this SQLite has no `LIMIT` there. */
function limited(tokens: readonly Token[]): Translation {
  const limit = findWord(tokens, 0, 'LIMIT');
  if (limit < 0) return plain(render(toSqlite(tokens)));
  const table = isWord(tokens[0], 'UPDATE') ? tokens[1] : tokens[2];
  const condition = findWord(tokens, 0, 'WHERE', 'ORDER', 'LIMIT');
  if (!table) throw SqlFailure.syntax('no table is named');
  const head = render(toSqlite(tokens.slice(0, condition)));
  const chosen = render(toSqlite(tokens.slice(condition)));
  return plain(`${head} WHERE rowid IN (SELECT rowid FROM ${quoteName(table.text)} ${chosen})`);
}

function ddl(tokens: readonly Token[]): readonly string[] {
  const [verb, second, third] = tokens;
  if (isWord(verb, 'CREATE') && isWord(second, 'TABLE')) return createTable(tokens);
  if (isWord(verb, 'CREATE') && (isWord(second, 'INDEX') || (isWord(second, 'UNIQUE') && isWord(third, 'INDEX')))) {
    return createSeparateIndex(tokens);
  }
  if (isWord(verb, 'ALTER') && isWord(second, 'TABLE')) return alterTable(tokens);
  if (isWord(verb, 'DROP') && isWord(second, 'INDEX')) return dropIndex(tokens);
  if (isWord(verb, 'TRUNCATE')) return [`DELETE FROM ${quoteName(tokens.at(-1)?.text ?? '')}`];
  return [render(toSqlite(tokens))];
}

function select(tokens: readonly Token[]): Translation {
  if (isWord(tokens[0], 'SHOW') && tokens.slice(1, 3).some((token) => isWord(token, 'TABLES'))) {
    return plain(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`);
  }
  return plain(render(toSqlite(tokens)));
}

/** Says a statement in SQLite's dialect. What it does not know stays as it is, and SQLite refuses it. */
export function translate({ class: kind, tokens }: AdmittedStatement): Translation {
  if (tokens.some((token) => /^(?:sqlite|libsql)_|^pragma_/iu.test(token.text) && token.kind !== 'string')) {
    throw SqlFailure.ofDatabase(1146, 'ER_NO_SUCH_TABLE', '42S02', 'The database keeps no such table');
  }
  if (kind === 'ddl') return plain(...ddl(tokens));
  if (isWord(tokens[0], 'INSERT', 'REPLACE')) return insert(tokens);
  return kind === 'dml' ? limited(tokens) : select(tokens);
}

/** The query with `MAX(c)` and `MIN(c)` as plain columns, so that SQLite says which type they were declared with. */
export function typeProbe({ tokens }: AdmittedStatement): string {
  const kept = tokens.filter((token, at) => {
    const argument = tokens[at + 1];
    if (!isWord(token, 'MAX', 'MIN') || !isSymbol(argument, '(')) return true;
    return splitAtCommas(tokens.slice(at + 2, closingBracket(tokens, at + 1))).length > 1;
  });
  return render(toSqlite(kept));
}
