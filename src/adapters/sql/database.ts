import { sql } from '@forge/sql';
import { DummyDriver, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely';
import type { Compilable } from 'kysely';
import { z } from 'zod';
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

/** More tables than the platform makes in a minute are made by several runs: this statement's may be there already. */
async function migrationFailure(): Promise<unknown> {
  try {
    await migrate();
    return null;
  } catch (error) {
    return error;
  }
}

/** Sends a statement; on the first use of a fresh installation makes the tables before. */
async function sendWithTables(statement: Compilable): Promise<unknown> {
  const { sql: query, parameters } = statement.compile();
  try {
    return await send(query, parameters);
  } catch (error) {
    if (!isMissingTable(error)) throw error;
    const failure = await migrationFailure();
    try {
      return await send(query, parameters);
    } catch (again) {
      throw failure !== null && isMissingTable(again) ? failure : again;
    }
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

const changed = z.object({ affectedRows: z.number() });

/** The same for one that changes rows; returns how many. */
export async function executeCounting(statement: Compilable): Promise<number> {
  try {
    return changed.parse(await sendWithTables(statement)).affectedRows;
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
