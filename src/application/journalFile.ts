import { journalEntry, journalHeader } from '../contract/journalFile';
import type { JournalEntry, JournalHeader } from '../contract/journalFile';
import { streamOf } from '../domain/journal/chain';
import type { StreamHead } from '../domain/journal/event';
import type { FoundEntry, FoundValue } from '../domain/journal/found';
import { JournalVerifier } from '../domain/journal/verify';
import type { JournalBreak, JournalCounts } from '../domain/journal/verify';

/** What was read is no export of a journal, or one of a later format. */
export class NotAJournal extends Error {
  override readonly name = 'NotAJournal';
}

export interface FileVerdict {
  readonly header: JournalHeader;
  readonly counts: JournalCounts;
  /** The last event that was found right. */
  readonly head: StreamHead | null;
  /** Null for a whole journal. */
  readonly broken: JournalBreak | null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What an entry of a file says stands there. */
export function foundEntry(entry: JournalEntry): FoundEntry {
  if ('unreadable' in entry) return { found: 'unreadable' };
  if ('withheld' in entry) return { found: 'link', ...entry.withheld };
  const values = entry.values.map((own): [string, FoundValue] => [
    own.id,
    'erased' in own
      ? { state: 'erased' }
      : { state: 'kept', salt: own.salt, value: own.value, isAccount: own.account === true },
  ]);
  return { found: 'event', event: entry.event, values: new Map(values) };
}

function readEntry(line: string): FoundEntry {
  const parsed = journalEntry.safeParse(parseJson(line));
  return parsed.success ? foundEntry(parsed.data) : { found: 'unreadable' };
}

/**
 * The first line of an export.
 *
 * @throws NotAJournal
 */
function readHeader(line: string): JournalHeader {
  const parsed = journalHeader.safeParse(parseJson(line));
  if (!parsed.success) throw new NotAJournal('The first line is not the header of a Countersign journal, format 1.');
  return parsed.data;
}

/** What stands behind the end that the header names. */
function beyond(entry: FoundEntry, { version }: StreamHead): JournalBreak {
  const bears = entry.found === 'event' ? entry.event.version : version + 1;
  return { kind: 'inserted', part: 'event', version: bears, wholeUpTo: version };
}

/**
 * Verifies an exported journal, line by line with constant memory.
 *
 * @throws NotAJournal when the first line is not a header that this version knows
 */
export async function verifyJournalFile(lines: AsyncIterable<string>): Promise<FileVerdict> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const header = readHeader(first.done === true ? '' : first.value);
  const end = header.head ?? { version: 0, hash: '' };
  const verifier = new JournalVerifier(streamOf(header.projectId), null, header.head);
  const verdict = (broken: JournalBreak | null): FileVerdict => ({
    header,
    counts: verifier.counts,
    head: verifier.head,
    broken,
  });
  for (let line = await iterator.next(); line.done !== true; line = await iterator.next()) {
    const entry = readEntry(line.value);
    const atEnd = (verifier.head?.version ?? 0) >= end.version;
    const broken = atEnd ? beyond(entry, end) : verifier.take(entry);
    if (broken !== null) return verdict(broken);
  }
  return verdict(verifier.finish());
}
