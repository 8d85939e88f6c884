import { SqlFailure } from './failure';
import { isSymbol, isWord, tokenize, type Token } from './tokens';

/** @see https://developer.atlassian.com/platform/forge/limits-sql/ */
export const REQUEST_LIMIT_BYTES = 1024 * 1024;
export const RESPONSE_LIMIT_BYTES = 4 * 1024 * 1024;

export type StatementClass = 'select' | 'dml' | 'ddl';

/** Milliseconds that a statement of the class may take. */
export const TIME_LIMITS: Readonly<Record<StatementClass, number>> = { select: 5_000, dml: 10_000, ddl: 20_000 };

const CLASS_OF: Readonly<Record<string, StatementClass>> = {
  SELECT: 'select',
  WITH: 'select',
  SHOW: 'select',
  EXPLAIN: 'select',
  DESCRIBE: 'select',
  DESC: 'select',
  INSERT: 'dml',
  UPDATE: 'dml',
  DELETE: 'dml',
  REPLACE: 'dml',
  CREATE: 'ddl',
  ALTER: 'ddl',
  DROP: 'ddl',
  TRUNCATE: 'ddl',
  RENAME: 'ddl',
};
const REFUSED_STATEMENTS = new Set(
  'USE PREPARE EXECUTE DEALLOCATE BEGIN START COMMIT ROLLBACK SAVEPOINT LOCK UNLOCK GRANT REVOKE KILL FLUSH LOAD CALL'.split(
    ' ',
  ),
);
const REFUSED_FUNCTIONS = /^(?:SLEEP|BENCHMARK|AES_(?:EN|DE)CRYPT|SHA2|COMPRESS|UNCOMPRESS|LOAD_FILE|GET_LOCK)$/iu;

/** A statement that the platform would pass on to the database. */
export interface AdmittedStatement {
  readonly class: StatementClass;
  readonly tokens: readonly Token[];
}

function withoutFinalSemicolon(tokens: readonly Token[]): readonly Token[] {
  const statement = isSymbol(tokens.at(-1), ';') ? tokens.slice(0, -1) : tokens;
  if (statement.some((token) => isSymbol(token, ';'))) throw SqlFailure.invalid('One statement a call only.');
  if (statement.length === 0) throw SqlFailure.invalid('The query is empty.');
  return statement;
}

function refuseFunctionsAndHints(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'hint') throw SqlFailure.policy(`Hints are not allowed: ${token.text}`);
    const called = token.kind === 'word' && isSymbol(tokens[index + 1], '(');
    if (called && REFUSED_FUNCTIONS.test(token.text)) throw SqlFailure.policy(`${token.text} is not allowed.`);
    if (isWord(token, 'FOREIGN') && isWord(tokens[index + 1], 'KEY')) {
      throw SqlFailure.invalid('Foreign keys are not supported.');
    }
  }
}

function refuseStatements(word: string, tokens: readonly Token[]): void {
  if (REFUSED_STATEMENTS.has(word)) throw SqlFailure.policy(`${word} is not allowed.`);
  if (word === 'SET' && !tokens[1]?.text.startsWith('@')) throw SqlFailure.policy('SET is not allowed.');
  if (word === 'SHOW' && !tokens.slice(1, 3).some((token) => isWord(token, 'TABLES', 'COLUMNS', 'INDEX', 'INDEXES'))) {
    throw SqlFailure.policy('SHOW is allowed for TABLES, COLUMNS and INDEXES only.');
  }
}

function classOf(tokens: readonly Token[]): StatementClass {
  const first = tokens[0];
  if (isSymbol(first, '(')) return 'select';
  const word = first?.kind === 'word' ? first.text.toUpperCase() : '';
  refuseStatements(word, tokens);
  if (word === 'WITH' && tokens.some((token) => isWord(token, 'UPDATE', 'DELETE'))) return 'dml';
  const found = Object.hasOwn(CLASS_OF, word) ? CLASS_OF[word] : undefined;
  if (!found) throw SqlFailure.syntax(`check the text near '${first?.text ?? ''}'`);
  return found;
}

/**
 * Lets a statement pass as Forge SQL's query policy does. The DDL end point also takes `SELECT`, since the migration
 * runner of `@forge/sql` reads its table through it.
 *
 * @throws SqlFailure
 * @see https://developer.atlassian.com/platform/forge/storage-reference/sql-query-policy/
 */
export function admit(query: string, endpoint: 'dml' | 'ddl'): AdmittedStatement {
  const tokens = withoutFinalSemicolon(tokenize(query));
  refuseFunctionsAndHints(tokens);
  const kind = classOf(tokens);
  if (kind === 'ddl' && endpoint === 'dml') throw SqlFailure.invalid('DDL has to go through executeDDL.');
  if (kind === 'dml' && endpoint === 'ddl') throw SqlFailure.invalid('executeDDL takes DDL only.');
  return { class: kind, tokens };
}
