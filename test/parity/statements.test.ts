import { gunzipSync } from 'node:zlib';
import type { SqlEngine } from '../../sandbox/forge/sql/engine';
import type * as open from '../../sandbox/forge/sql/open';
import { covered } from '../support/covered';
import { prepareSandbox } from '../support/sandbox';
import { play } from './history';

/** A statement as the app sent it, and what the database answered. */
interface Exchange {
  readonly query: string;
  readonly parameters: readonly unknown[];
  answer: unknown;
}

const exchanges: Exchange[] = [];

function codeOf(error: unknown): string {
  const code: unknown = Reflect.get(Object(error), 'code') ?? Reflect.get(Object(error), 'errno');
  return `refused: ${String(code ?? error)}`;
}

/** The engine, writing down every exchange in the order in which the statements were sent. */
function recorded(engine: SqlEngine): SqlEngine {
  return {
    run: async (statement, query, parameters) => {
      const exchange: Exchange = { query, parameters, answer: undefined };
      exchanges.push(exchange);
      try {
        const result = await engine.run(statement, query, parameters);
        exchange.answer = result.type === 'rows' ? result.rows : result.type;
        return result;
      } catch (error) {
        exchange.answer = codeOf(error);
        throw error;
      }
    },
    close: () => engine.close(),
  };
}

jest.mock('../../sandbox/forge/sql/open', () => {
  const actual = jest.requireActual<typeof open>('../../sandbox/forge/sql/open');
  return {
    openEngine: async (...given: Parameters<typeof actual.openEngine>) => recorded(await actual.openEngine(...given)),
  };
});

/** Without an order of its own a result is a set. */
function asSet({ query, answer }: Exchange): unknown {
  if (!Array.isArray(answer) || /order by/iu.test(query)) return answer;
  return answer.map((row) => JSON.stringify(row)).toSorted();
}

const CHANCE =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64}|(?<="reference": "|summary[\\"]+:[\\"]+)[0-9a-f]{8}/gu;
/** A compressed text, in which chance values change everything. */
const COMPRESSED = /H4sI[\w+/]+=*/gu;
/** The database's own clock, which only the note of a migration asks for. */
const DATABASE_TIME = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/gu;

/** Chance values (ids, salts, hashes) by the order in which they appear: the same thing has the same name in both runs. */
function named(value: unknown): string {
  const names = new Map<string, string>();
  const nameOf = (chance: string) => {
    const name = names.get(chance) ?? `#${names.size + 1}`;
    names.set(chance, name);
    return name;
  };
  return JSON.stringify(value, null, 1)
    .replace(COMPRESSED, (text) => JSON.stringify(gunzipSync(Buffer.from(text, 'base64')).toString()).slice(1, -1))
    .replace(DATABASE_TIME, 'now')
    .replace(CHANCE, nameOf);
}

async function playedOn(engine: 'libSQL' | 'MariaDB') {
  const sqlUrl = process.env['COUNTERSIGN_TEST_SQL'];
  if (sqlUrl === undefined) throw new Error('The set-up of this tier did not run');
  exchanges.length = 0;
  const app = await prepareSandbox(engine === 'libSQL' ? {} : { sqlUrl });
  try {
    const { answers, unused } = await play(app);
    const statements = exchanges.map((exchange) => ({ ...exchange, answer: asSet(exchange) }));
    return { statements: named(statements), count: statements.length, answers: named(answers), unused };
  } finally {
    jest.restoreAllMocks();
    await app.sandbox.close();
  }
}

test('libSQL and MariaDB answer one whole history equally, statement by statement', async () => {
  const libsql = await playedOn('libSQL');
  const mariadb = await playedOn('MariaDB');
  expect(mariadb.statements.split('\n')).toEqual(libsql.statements.split('\n'));
  expect(mariadb.answers).toEqual(libsql.answers);
  expect(libsql.count).toBeGreaterThan(300);
  expect(libsql.unused.filter((name) => !name.startsWith('mirror.'))).toEqual([]);
  covered('statements compared', libsql.count);
}, 120_000);
