import type Database from 'libsql';
import { z } from 'zod';
import type { Change, Issue } from '../api';

const numberRow = z.tuple([z.object({ number: z.number().nullable() })]);

/** The number in an issue's key. */
export function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1));
}

function columnsOf(issue: Issue): readonly unknown[] {
  const search = `${issue.key} ${issue.summary}`.toLowerCase();
  return [issue.key, issue.projectId, numberOf(issue.key), issue.parentKey, search, JSON.stringify(issue), issue.id];
}

/** Adds issues with their histories; for many at once, since it prepares its statements only once. */
export function issueWriter(database: Database.Database): (issue: Issue, history: readonly Change[]) => void {
  const insert = database.prepare(
    'INSERT INTO issue (key, project_id, number, parent_key, search, document, id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertChange = database.prepare('INSERT INTO change (issue_id, position, document) VALUES (?, ?, ?)');
  const insertStatus = database.prepare('INSERT OR IGNORE INTO status (name, category) VALUES (?, ?)');
  return (issue, history) => {
    insert.run([...columnsOf(issue)]);
    insertStatus.run([issue.status, issue.statusCategory]);
    for (const [position, change] of history.entries()) {
      insertChange.run([issue.id, position, JSON.stringify(change)]);
    }
  };
}

/** Writes an issue that is there already. */
export function saveIssue(database: Database.Database, issue: Issue): void {
  const assignments = 'key = ?, project_id = ?, number = ?, parent_key = ?, search = ?, document = ?';
  database.prepare(`UPDATE issue SET ${assignments} WHERE id = ?`).run([...columnsOf(issue)]);
  database
    .prepare('INSERT OR IGNORE INTO status (name, category) VALUES (?, ?)')
    .run([issue.status, issue.statusCategory]);
}

export function addHistory(database: Database.Database, issueId: string, changes: readonly Change[]): void {
  const insert = database.prepare(
    'INSERT INTO change (issue_id, position, document) SELECT ?, count(*), ? FROM change WHERE issue_id = ?',
  );
  for (const change of changes) insert.run([issueId, JSON.stringify(change), issueId]);
}

/** Takes the next key of a project; no key is given twice, whatever was moved or deleted. */
export function takeKey(database: Database.Database, projectId: string, projectKey: string): string {
  const query = `SELECT max(number) AS number FROM (
    SELECT number FROM issue WHERE project_id = ? UNION ALL SELECT number FROM last_number WHERE project_id = ?)`;
  const [{ number }] = numberRow.parse(database.prepare(query).all([projectId, projectId]));
  const taken = (number ?? 0) + 1;
  retireNumber(database, projectId, taken);
  return `${projectKey}-${taken}`;
}

/** Remembers that a number was used, before its issue leaves the project. */
export function retireNumber(database: Database.Database, projectId: string, number: number): void {
  database
    .prepare(
      'INSERT INTO last_number (project_id, number) VALUES (?, ?) ON CONFLICT DO UPDATE SET number = max(number, excluded.number)',
    )
    .run([projectId, number]);
}
