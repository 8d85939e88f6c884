import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(__dirname, '../../.cache/generated-project.json');
const ISSUES = 1_000;
const STATUSES = [
  { status: 'Open', statusCategory: 'new' },
  { status: 'In Progress', statusCategory: 'indeterminate' },
  { status: 'Closed', statusCategory: 'done' },
] as const;

function anIssue(number: number) {
  const { status, statusCategory } = STATUSES[number % STATUSES.length] ?? STATUSES[0];
  const created = new Date(Date.UTC(2011, 0, 1) + number * 3_600_000).toISOString();
  const link = { type: 'Dependency', outward: 'depends on', inward: 'is required by', direction: 'outward' };
  return {
    key: `GENERATED-${number}`,
    type: number % 3 === 0 ? 'Bug' : 'Story',
    summary: `Piece of work number ${number}`,
    status,
    statusCategory,
    created,
    updated: created,
    reporter: `member-${number % 20}`,
    links: number % 4 === 0 && number < ISSUES ? [{ ...link, key: `GENERATED-${number + 1}` }] : [],
    history: [{ at: created, by: 'member-1', field: 'status', from: 'Open', to: status }],
  };
}

/** Writes a project of a thousand issues in the compact import form and returns the file's path. */
export function writeGeneratedProject(): string {
  const issues = Array.from({ length: ISSUES }, (_, index) => anIssue(index + 1));
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(issues));
  return FILE;
}
