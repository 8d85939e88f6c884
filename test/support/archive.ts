import { randomUUID } from 'node:crypto';
import { CLOUD_ID } from '../../sandbox/forge/installation';
import type { ArchivePlace, ImportProgress } from '../../src/contract/archive';
import type { ArchiveHeader, ArchiveLine } from '../../src/contract/archiveFile';
import { journalEntry } from '../../src/contract/journalFile';
import { GENESIS_HASH, hashOf } from '../../src/domain/journal/chain';
import type { Caller, PreparedSandbox } from './sandbox';

/** The first line of an archive of the project that holds nothing. */
export function anArchiveHeader(projectId: string): ArchiveHeader {
  return {
    format: 'countersign-archive',
    formatVersion: 1,
    site: CLOUD_ID,
    projectId,
    projectKey: 'KEY',
    exportedAt: '2026-03-02T09:00:00.000Z',
    head: null,
    documents: 0,
    editions: 0,
  };
}

/** All lines of the project's archive, page by page as the settings page reads it. */
export async function exportAll(app: PreparedSandbox, projectId: string, caller: Caller): Promise<ArchiveLine[]> {
  const lines: ArchiveLine[] = [];
  let place: ArchivePlace | null = null;
  do {
    const page: { lines: readonly ArchiveLine[]; next: ArchivePlace | null } = await app.succeed(
      'archive.export',
      { projectId, place },
      caller,
    );
    lines.push(...page.lines);
    place = page.next;
  } while (place !== null);
  return lines;
}

export interface Importing {
  readonly importId?: string;
  /** How many lines a request brings. */
  readonly slice?: number;
}

/** Brings lines in as the settings page does, until they are in or something is wrong. */
export async function importAll(
  app: PreparedSandbox,
  projectId: string,
  lines: readonly string[],
  caller: Caller,
  { importId = randomUUID(), slice = 7 }: Importing = {},
): Promise<ImportProgress> {
  for (let from = 0, calls = 0; calls < 1_000; calls += 1) {
    const progress: ImportProgress = await app.succeed(
      'archive.import',
      { projectId, importId, from, lines: lines.slice(from, from + slice) },
      caller,
    );
    if (progress.outcome === 'taken') from = progress.next;
    else if (progress.outcome !== 'moving') return progress;
  }
  throw new Error('The import makes no headway');
}

/** The archive with every event altered and sealed anew, so that the chain is whole. */
export function resealed(lines: readonly ArchiveLine[], alter: (event: string) => string): ArchiveLine[] {
  let head = { version: 0, hash: GENESIS_HASH };
  const sealed = lines.map((line) => {
    if (!('event' in line)) return line;
    const altered = journalEntry.parse({ ...line, event: JSON.parse(alter(JSON.stringify(line.event))) as unknown });
    if (!('event' in altered)) throw new Error('The altered entry is no event');
    const event = { ...altered.event, previousHash: head.hash };
    head = { version: event.version, hash: hashOf(event) };
    return { ...altered, event: { ...event, hash: head.hash } };
  });
  return sealed.map((line) => ('format' in line ? { ...line, head } : line));
}
