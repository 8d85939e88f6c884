import Database from 'libsql';
import { z } from 'zod';
import { quoteName } from './dialect/render';
import { translate, typeProbe, type Translation } from './dialect/translate';
import type { SqlEngine, SqlResult, SqlValue } from './engine';
import { SqlFailure } from './failure';
import { TIME_LIMITS, type AdmittedStatement } from './policy';
import { toJsonValue, type ColumnInfo } from './rows';
import { ofSqlite } from './sqliteErrors';

type Bound = string | number | bigint | null;

const CACHED_TRANSLATIONS = 500;
/** Statements may be long, and the driver gives their memory back only when JavaScript's is collected. */
const CACHED_STATEMENTS = 50;
const rowsSchema = z.array(z.array(z.unknown()));
const highestRow = z.tuple([z.tuple([z.union([z.number(), z.bigint(), z.null()])])]);

/** The driver binds JavaScript numbers as floating-point ones: integers have to say that they are. */
function bind(value: SqlValue): Bound {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

function placeholders({ tokens }: AdmittedStatement): number {
  return tokens.filter((token) => token.kind === 'parameter').length;
}

/** The app's database in a file of its own, or in memory: durable on every commit, even if the process is killed. */
export class LibsqlEngine implements SqlEngine {
  readonly #database: Database.Database;
  readonly #translations = new Map<string, Translation>();
  readonly #statements = new Map<string, Database.Statement>();

  /** @param file a path, or null for memory. */
  constructor(file: string | null) {
    this.#database = new Database(file ?? ':memory:', { timeout: 5_000 });
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA case_sensitive_like = ON');
  }

  run(statement: AdmittedStatement, query: string, parameters: readonly SqlValue[]): Promise<SqlResult> {
    return new Promise((resolve) => {
      resolve(this.#run(statement, query, parameters));
    });
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  #run(statement: AdmittedStatement, query: string, parameters: readonly SqlValue[]): SqlResult {
    if (placeholders(statement) !== parameters.length) {
      throw SqlFailure.ofDatabase(1210, 'ER_WRONG_ARGUMENTS', 'HY000', 'Incorrect arguments to EXECUTE');
    }
    const started = performance.now();
    const result = this.#answer(statement, query, parameters.map(bind));
    // The driver cannot be interrupted: a query that took too long is reported when it has ended.
    if (performance.now() - started > TIME_LIMITS[statement.class]) throw SqlFailure.timedOut();
    return result;
  }

  #answer(statement: AdmittedStatement, query: string, parameters: readonly Bound[]): SqlResult {
    try {
      const translation = this.#translate(statement, query);
      if (statement.class === 'select') return this.#select(statement, translation, parameters);
      return statement.class === 'ddl' ? this.#define(translation) : this.#change(translation, parameters);
    } catch (error) {
      if (error instanceof Error && error.name === 'SqliteError') throw ofSqlite(error.message);
      throw error;
    }
  }

  #translate(statement: AdmittedStatement, query: string): Translation {
    const known = this.#translations.get(query);
    if (known) return known;
    const translation = translate(statement);
    if (this.#translations.size >= CACHED_TRANSLATIONS) this.#translations.clear();
    this.#translations.set(query, translation);
    return translation;
  }

  #select(statement: AdmittedStatement, { statements }: Translation, parameters: readonly Bound[]): SqlResult {
    const prepared = this.#prepared(statements[0] ?? '');
    prepared.raw();
    prepared.safeIntegers();
    const columns = this.#columns(statement, prepared.columns());
    const rows = rowsSchema
      .parse(prepared.all(parameters))
      .map((row) => Object.fromEntries(columns.map((column, index) => [column.name, toJsonValue(row[index], column)])));
    return { type: 'rows', rows };
  }

  /** `MAX(c)` and `MIN(c)` have their column's type in MySQL, and none in SQLite. */
  #columns(statement: AdmittedStatement, columns: readonly Database.ColumnDefinition[]): readonly ColumnInfo[] {
    const computed = statement.tokens.some((token) => /^(?:max|min)$/iu.test(token.text));
    const probed = computed ? this.#probe(statement) : [];
    return columns.map(({ name, type }, index) => ({ name, declared: type ?? probed[index]?.type ?? null }));
  }

  #probe(statement: AdmittedStatement): readonly Database.ColumnDefinition[] {
    try {
      return this.#database.prepare(typeProbe(statement)).columns();
    } catch {
      return [];
    }
  }

  #define({ statements }: Translation): SqlResult {
    this.#statements.clear();
    this.#database.transaction(() => {
      for (const statement of statements) this.#database.exec(statement);
    })();
    return { type: 'change', affectedRows: 0, insertId: 0 };
  }

  #change({ statements, insertsInto, upserts }: Translation, parameters: readonly Bound[]): SqlResult {
    const before = insertsInto !== null && upserts ? this.#highestRow(insertsInto) : 0;
    const { changes, lastInsertRowid } = this.#prepared(statements[0] ?? '').run(parameters);
    if (insertsInto === null) return { type: 'change', affectedRows: changes, insertId: 0 };
    const inserted = upserts ? this.#highestRow(insertsInto) - before : changes;
    const insertId = inserted > 0 && this.#numbersRows(insertsInto) ? Number(lastInsertRowid) : 0;
    return { type: 'change', affectedRows: inserted + 2 * (changes - inserted), insertId };
  }

  #prepared(text: string): Database.Statement {
    const prepared = this.#statements.get(text) ?? this.#database.prepare(text);
    // What was used last stays longest.
    this.#statements.delete(text);
    this.#statements.set(text, prepared);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > CACHED_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest);
    return prepared;
  }

  #numbersRows(table: string): boolean {
    const query = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND sql LIKE '%AUTOINCREMENT%'`;
    return this.#database.prepare(query).all([table]).length > 0;
  }

  #highestRow(table: string): number {
    const rows = this.#database
      .prepare(`SELECT max(rowid) FROM ${quoteName(table)}`)
      .raw()
      .all([]);
    return Number(highestRow.parse(rows)[0][0] ?? 0);
  }
}
