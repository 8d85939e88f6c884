import type { SqlResult, SqlValue } from '../../../sandbox/forge/sql/engine';
import { SqlFailure } from '../../../sandbox/forge/sql/failure';
import { LibsqlEngine } from '../../../sandbox/forge/sql/libsqlEngine';
import { admit } from '../../../sandbox/forge/sql/policy';

const TABLE = `CREATE TABLE IF NOT EXISTS \`thing\` (
  \`id\` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  \`count\` INT UNSIGNED NOT NULL DEFAULT 0,
  \`big\` BIGINT NULL COMMENT 'a key, (not) a length',
  \`at\` DATETIME(3) NULL,
  \`name\` VARCHAR(5) NULL,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`by_name\` (\`name\`),
  KEY \`by_big\` (\`big\` DESC, \`count\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`;

describe('the MySQL dialect on libSQL', () => {
  let engine: LibsqlEngine;
  const run = (sql: string, ...parameters: readonly SqlValue[]): Promise<SqlResult> =>
    engine.run(admit(sql, 'dml'), sql, parameters);
  const define = (sql: string) => engine.run(admit(sql, 'ddl'), sql, []);
  const rows = async (sql: string, ...parameters: readonly SqlValue[]) => {
    const result = await run(sql, ...parameters);
    return result.type === 'rows' ? result.rows : [];
  };
  const affected = async (sql: string, ...parameters: readonly SqlValue[]) => {
    const result = await run(sql, ...parameters);
    return result.type === 'change' ? result.affectedRows : null;
  };
  const errno = async (sql: string, ...parameters: readonly SqlValue[]): Promise<unknown> => {
    try {
      await run(sql, ...parameters);
      return null;
    } catch (error) {
      return error instanceof SqlFailure ? (error.debug?.['errno'] ?? error.code) : error;
    }
  };

  beforeEach(async () => {
    engine = new LibsqlEngine(null);
    await define(TABLE);
    await run(
      'INSERT INTO `thing` (`id`, `count`, `big`, `at`, `name`) VALUES (?, ?, ?, ?, ?)',
      'a',
      3,
      9,
      '2026-03-02 08:30:00.120',
      'Ab',
    );
  });
  afterEach(() => engine.close());

  it('gives 64-bit integers as strings, smaller ones as numbers and times with their declared digits', async () => {
    const query = 'SELECT `count`, `big`, `at`, COUNT(*) OVER () AS `total`, 1 AS `one` FROM `thing`';
    expect(await rows(query)).toEqual([{ count: 3, big: '9', at: '2026-03-02 08:30:00.120', total: '1', one: '1' }]);
  });

  it('gives MAX and MIN the type of their column', async () => {
    expect(await rows('SELECT MAX(`count`) AS `c`, MIN(`big`) AS `b`, SUM(`count`) AS `s` FROM `thing`')).toEqual([
      { c: 3, b: '9', s: '3' },
    ]);
  });

  it('counts a row inserted by ON DUPLICATE KEY UPDATE once and a row updated twice', async () => {
    const upsert =
      'INSERT INTO `thing` (`id`, `count`) VALUES (?, ?), (?, ?) ON DUPLICATE KEY UPDATE `count` = VALUES(`count`) + 1';
    expect(await affected(upsert, 'a', 7, 'b', 1)).toBe(3);
    expect(await rows('SELECT `id`, `count` FROM `thing` ORDER BY `id`')).toEqual([
      { id: 'a', count: 8 },
      { id: 'b', count: 1 },
    ]);
  });

  it('skips what INSERT IGNORE finds there already', async () => {
    expect(await affected('INSERT IGNORE INTO `thing` (`id`) VALUES (?)', 'a')).toBe(0);
  });

  it('compares text by code points, ignores trailing spaces and lets a backslash escape in LIKE', async () => {
    expect(await rows("SELECT `id` FROM `thing` WHERE `name` = 'ab'")).toEqual([]);
    expect(await rows("SELECT `id` FROM `thing` WHERE `name` = 'Ab  '")).toEqual([{ id: 'a' }]);
    expect(await rows('SELECT `id` FROM `thing` WHERE `name` LIKE ?', 'a%')).toEqual([]);
    expect(await rows('SELECT `id` FROM `thing` WHERE `name` LIKE ?', String.raw`A\%`)).toEqual([]);
  });

  it('keeps quotes, backslashes and question marks in strings', async () => {
    expect(await rows(String.raw`SELECT 'it''s \'?\' \\ "x"' AS a, "double ? 'q'" AS b`)).toEqual([
      { a: String.raw`it's '?' \ "x"`, b: "double ? 'q'" },
    ]);
  });

  it.each([
    ['a duplicate key', 1062, 'INSERT INTO `thing` (`id`) VALUES (?)', ['a']],
    ['a duplicate in a unique index', 1062, 'INSERT INTO `thing` (`id`, `name`) VALUES (?, ?)', ['b', 'Ab']],
    ['NULL where none may be', 1048, 'UPDATE `thing` SET `id` = NULL', []],
    ['text that is too long', 1406, 'UPDATE `thing` SET `name` = ?', ['sixsix']],
    ['a number out of range', 1264, 'UPDATE `thing` SET `count` = ?', [-1]],
    ['text for a number', 1366, 'UPDATE `thing` SET `count` = ?', ['x']],
    ['a time in the wrong form', 1292, 'UPDATE `thing` SET `at` = ?', ['2026-03-02T08:30:00Z']],
    ['a table that is not there', 1146, 'SELECT * FROM `nothing`', []],
    ["the engine's own tables", 1146, 'SELECT * FROM sqlite_schema', []],
    ['a column that is not there', 1054, 'SELECT `nothing` FROM `thing`', []],
    ['nonsense', 1064, 'SELECT FROM WHERE', []],
    ['a missing parameter', 1210, 'SELECT ?', []],
    ['a division, which MySQL answers with decimals', 1064, 'SELECT `count` / 2 FROM `thing`', []],
    ['a second statement', 'INVALID_SQL_QUERY', 'SELECT 1; DELETE FROM `thing`', []],
    ['DDL outside executeDDL', 'INVALID_SQL_QUERY', 'DROP TABLE `thing`', []],
    ['a function of the policy', 'SQL_POLICY_VIOLATION', 'SELECT sleep(1)', []],
    ['a hint', 'SQL_POLICY_VIOLATION', 'SELECT /*+ MAX_EXECUTION_TIME(1) */ 1', []],
    ['a transaction', 'SQL_POLICY_VIOLATION', 'START TRANSACTION', []],
  ] as const)('refuses %s with %s', async (_what, expected, sql, parameters) => {
    expect(await errno(sql, ...parameters)).toBe(expected);
  });

  it('adds columns and indexes later and refuses the same index twice', async () => {
    await define('ALTER TABLE `thing` ADD COLUMN `more` VARCHAR(2) NULL, ADD INDEX `by_more` (`more`)');
    await expect(define('CREATE INDEX `by_more` ON `thing` (`more`)')).rejects.toMatchObject({
      debug: { errno: 1061 },
    });
    expect(await errno('UPDATE `thing` SET `more` = ?', 'abc')).toBe(1406);
  });

  it('limits deletions', async () => {
    await run('INSERT INTO `thing` (`id`) VALUES (?), (?)', 'b', 'c');
    expect(await affected('DELETE FROM `thing` WHERE `count` = ? ORDER BY `id` DESC LIMIT 1', 0)).toBe(1);
    expect(await rows('SELECT `id` FROM `thing` ORDER BY `id`')).toEqual([{ id: 'a' }, { id: 'b' }]);
  });
});
