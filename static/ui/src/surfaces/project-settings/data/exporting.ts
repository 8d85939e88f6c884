import { ARCHIVE_COLUMNS } from '../../../../../../src/contract/archive';
import type { ArchivePage, ArchivePlace, ArchiveRows, ArchiveTable } from '../../../../../../src/contract/archive';
import type { ArchiveLine } from '../../../../../../src/contract/archiveFile';
import { call, type Outcome } from '../../../lib/call';
import { csvOf } from '../../../lib/csv';

/** An archive as it was put together. */
export interface Exported {
  readonly lines: readonly string[];
  readonly events: number;
  /** Events whose content even this administrator may not see: such a file can be verified, not brought in. */
  readonly withheldEvents: number;
  /** The same of frozen documents and editions; those are missing after an import. */
  readonly withheldContents: number;
  /** Whether each event names the one before, up to the one that the header names. */
  readonly isLinked: boolean;
}

interface Link {
  readonly version: number;
  readonly previousHash: string;
  readonly hash: string;
}

function linkOf(line: ArchiveLine): Link | null {
  if ('event' in line) return line.event;
  return 'withheld' in line ? line.withheld : null;
}

/** Puts pages together: a line once, though several pages name the key of an issue. */
class Assembly {
  readonly lines: string[] = [];
  private readonly seen = new Set<string>();
  private last: Pick<Link, 'version' | 'hash'> = { version: 0, hash: '0'.repeat(64) };
  private head: Pick<Link, 'version' | 'hash'> | null = null;
  private isLinked = true;
  private withheldEvents = 0;
  private withheldContents = 0;

  get events(): number {
    return this.last.version;
  }

  add(line: ArchiveLine): void {
    if ('format' in line) this.head = line.head;
    if ('issue' in line) {
      if (this.seen.has(line.issue.id)) return;
      this.seen.add(line.issue.id);
    }
    if ('withheld' in line) this.withheldEvents += 1;
    if ('document' in line && 'withheld' in line.document) this.withheldContents += 1;
    if ('edition' in line && 'withheld' in line.edition) this.withheldContents += 1;
    if ('unreadable' in line) this.isLinked = false;
    const link = linkOf(line);
    if (link !== null) this.follow(link);
    this.lines.push(JSON.stringify(line));
  }

  finish(): Exported {
    const { lines, events, withheldEvents, withheldContents } = this;
    const isLinked = this.isLinked && (this.head === null || this.head.hash === this.last.hash);
    return { lines, events, withheldEvents, withheldContents, isLinked };
  }

  private follow({ version, previousHash, hash }: Link): void {
    if (version !== this.last.version + 1 || previousHash !== this.last.hash) this.isLinked = false;
    this.last = { version, hash };
  }
}

/** Reads the project's archive page by page. */
export async function exportArchive(
  projectId: string,
  onProgress: (events: number, total: number) => void,
): Promise<Outcome<Exported>> {
  const assembly = new Assembly();
  let place: ArchivePlace | null = null;
  do {
    const page: Outcome<ArchivePage> = await call('archive.export', { projectId, place });
    if (!page.ok) return page;
    for (const line of page.data.lines) assembly.add(line);
    place = page.data.next;
    onProgress(assembly.events, place?.until ?? assembly.events);
  } while (place !== null);
  return { ok: true, data: assembly.finish() };
}

/** How the cells of a column are said to people. */
export type CellWords = (table: ArchiveTable, column: string, cell: string) => string;

/** Reads one of the tables for people, as CSV. */
export async function exportTable(
  projectId: string,
  table: ArchiveTable,
  headings: readonly string[],
  wordsOf: CellWords,
): Promise<Outcome<string>> {
  const rows: (readonly string[])[] = [headings];
  let after: string | null = null;
  do {
    const page: Outcome<ArchiveRows> = await call('archive.table', { projectId, table, after });
    if (!page.ok) return page;
    const columns = ARCHIVE_COLUMNS[table];
    for (const row of page.data.rows) {
      rows.push(row.map((cell, index) => (cell === null ? '' : wordsOf(table, columns[index] ?? '', cell))));
    }
    after = page.data.next;
  } while (after !== null);
  return { ok: true, data: csvOf(rows) };
}
