import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { z } from 'zod';
import type { SqlEngine, SqlResult, SqlValue } from './engine';
import { SqlFailure } from './failure';
import { TIME_LIMITS, type AdmittedStatement } from './policy';

/** TiDB compares text by code points; so does this collation. */
const COLLATION = 'utf8mb4_bin';
const SQL_MODE =
  'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION';
const INT = 3;
/** MariaDB computes in `INT` where TiDB computes in `BIGINT`; columns of type `INT` are eleven wide. */
const WIDTH_OF_INT_COLUMN = 11;
const STATEMENT_TIMED_OUT = 1969;

const failureSchema = z.looseObject({
  errno: z.number(),
  code: z.string(),
  sqlState: z.string(),
  sqlMessage: z.string(),
});
const rowsSchema = z.array(z.array(z.unknown()));
const changeSchema = z.looseObject({ affectedRows: z.number(), insertId: z.number() });

function isComputedInt(field: mysql.FieldPacket): boolean {
  return field.columnType === INT && field.orgTable === '' && (field.columnLength ?? 0) < WIDTH_OF_INT_COLUMN;
}

function toJsonValue(value: unknown, field: mysql.FieldPacket): unknown {
  if (typeof value === 'number' && isComputedInt(field)) return String(value);
  return Buffer.isBuffer(value) ? value.toJSON() : value;
}

function toFailure(error: unknown): unknown {
  const failure = failureSchema.safeParse(error);
  if (!failure.success) return error;
  const { errno, code, sqlState, sqlMessage } = failure.data;
  return errno === STATEMENT_TIMED_OUT
    ? SqlFailure.timedOut()
    : SqlFailure.ofDatabase(errno, code, sqlState, sqlMessage);
}

/** The app's database on a MariaDB server. */
class MariadbEngine implements SqlEngine {
  readonly #pool: mysql.Pool;
  readonly #drop: string | null;

  /** @param drop the database to drop when the sandbox closes. */
  constructor(pool: mysql.Pool, drop: string | null) {
    this.#pool = pool;
    this.#drop = drop;
  }

  async run(statement: AdmittedStatement, query: string, parameters: readonly SqlValue[]): Promise<SqlResult> {
    const limited = `SET STATEMENT max_statement_time = ${String(TIME_LIMITS[statement.class] / 1_000)} FOR ${query}`;
    try {
      const [result, fields] = await this.#pool.execute<mysql.RowDataPacket[][] | mysql.ResultSetHeader>(
        { sql: limited, rowsAsArray: true },
        parameters.map((value) => (Number.isSafeInteger(value) ? BigInt(value ?? 0) : value)),
      );
      if (!Array.isArray(result)) {
        const { affectedRows, insertId } = changeSchema.parse(result);
        return { type: 'change', affectedRows, insertId };
      }
      const rows = rowsSchema
        .parse(result)
        .map((row) => Object.fromEntries(fields.map((field, index) => [field.name, toJsonValue(row[index], field)])));
      return { type: 'rows', rows };
    } catch (error) {
      throw toFailure(error);
    }
  }

  async close(): Promise<void> {
    if (this.#drop !== null) await this.#pool.query(`DROP DATABASE IF EXISTS \`${this.#drop}\``);
    await this.#pool.end();
  }
}

/** The name of this sandbox's database: kept in its folder, new each time when there is none. */
async function ownDatabaseName(directory: string | null): Promise<string> {
  const fresh = `sandbox_${randomBytes(6).toString('hex')}`;
  if (directory === null) return fresh;
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'mariadb-database');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known === null) await writeFile(file, fresh);
  return known ?? fresh;
}

/**
 * @param url `mysql://user:password@host:port[/database]`; without a database the sandbox makes one of its own, which
 *   is dropped on closing unless the sandbox keeps its state in a folder.
 */
export async function openMariadb(url: string, directory: string | null): Promise<SqlEngine> {
  const named = decodeURIComponent(new URL(url).pathname.slice(1));
  const database = named === '' ? await ownDatabaseName(directory) : named;
  const setup = await mysql.createConnection({ uri: url, database: '' });
  await setup.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE ${COLLATION}`);
  await setup.end();
  const pool = mysql.createPool({
    uri: url,
    database,
    connectionLimit: 4,
    charset: COLLATION,
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    jsonStrings: true,
  });
  pool.on('connection', (connection) => {
    void connection.query(`SET sql_mode = '${SQL_MODE}', time_zone = '+00:00', collation_connection = ${COLLATION}`);
  });
  return new MariadbEngine(pool, named === '' && directory === null ? database : null);
}
