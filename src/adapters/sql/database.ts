import { sql } from '@forge/sql';
import { DummyDriver, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely';
import type { Compilable } from 'kysely';
import type { z } from 'zod';
import { migrate } from './migrate';
import type { Database } from './schema';
import { isDuplicate, isMissingTable, storageFailure } from './storageError';

/** Builds statements only; the platform runs them. */
export const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (built) => new MysqlIntrospector(built),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  },
});

async function send(query: string, parameters: readonly unknown[]): Promise<unknown> {
  const result = await sql
    .prepare(query)
    .bindParams(...parameters)
    .execute();
  return result.rows;
}

/** Sends a statement; on the first use of a fresh installation makes the tables before. */
async function sendWithTables(statement: Compilable): Promise<unknown> {
  const { sql: query, parameters } = statement.compile();
  try {
    return await send(query, parameters);
  } catch (error) {
    if (!isMissingTable(error)) throw error;
    await migrate();
    return send(query, parameters);
  }
}

/**
 * Runs a statement and reads its rows.
 *
 * @throws Refusal `STORAGE_UNAVAILABLE` or `STORAGE_NOT_READY`
 */
export async function select<Row extends z.ZodType>(statement: Compilable, row: Row): Promise<z.output<Row>[]> {
  try {
    return row.array().parse(await sendWithTables(statement));
  } catch (error) {
    throw storageFailure(error);
  }
}

/** Runs a statement that returns no rows; throws as `select` does. */
export async function execute(statement: Compilable): Promise<void> {
  try {
    await sendWithTables(statement);
  } catch (error) {
    throw storageFailure(error);
  }
}

/** Runs an INSERT; false when one of its rows exists already, in which case none is added. */
export async function insertUnlessDuplicate(statement: Compilable): Promise<boolean> {
  try {
    await sendWithTables(statement);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw storageFailure(error);
  }
}
