import type { Sandbox } from '../../sandbox/api';

const TABLES = [
  'journal',
  'erasable',
  'client',
  'contact',
  'feedback',
  'change_request',
  'change_issue',
  'mirror_project',
  'mirror_issue',
  'mirror_dirty',
  'archive_import',
];

/** Everything the app has stored, as text, to see whether anything changed. */
export async function dump(sandbox: Sandbox): Promise<string> {
  const tables = [];
  for (const table of TABLES) {
    const rows = await sandbox.query(`SELECT * FROM ${table}`);
    tables.push([table, rows.map((row) => JSON.stringify(row)).toSorted()]);
  }
  return JSON.stringify(tables);
}
