import { verifyJournalFile } from '../../src/application/journalFile';
import type { FileVerdict } from '../../src/application/journalFile';
import type { JournalEntry, JournalHeader } from '../../src/contract/journalFile';
import type { PreparedSandbox, Caller } from './sandbox';

/** The lines of an export of the project, page by page through the procedure. */
export async function exportLines(app: PreparedSandbox, projectId: string, caller: Caller): Promise<readonly string[]> {
  const entries: JournalEntry[] = [];
  let after: number | null = 0;
  let head: JournalHeader['head'] = null;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(app, projectId, after, caller);
    entries.push(...page.entries);
    ({ head, next: after } = page);
  }
  const header: JournalHeader = {
    format: 'countersign-journal',
    formatVersion: 1,
    projectId,
    exportedAt: '2026-01-01T00:00:00.000Z',
    head,
  };
  return [header, ...entries].map((line) => JSON.stringify(line));
}

function readPage(app: PreparedSandbox, projectId: string, after: number, caller: Caller) {
  return app.succeed('journal.export', { projectId, after }, caller);
}

async function* oneByOne(lines: readonly string[]): AsyncGenerator<string> {
  yield* await Promise.resolve(lines);
}

/** What the command line would find in these lines. */
export function verifyLines(lines: readonly string[]): Promise<FileVerdict> {
  return verifyJournalFile(oneByOne(lines));
}
