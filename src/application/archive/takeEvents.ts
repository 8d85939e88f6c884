import type { ArchiveHeader } from '../../contract/archiveFile';
import type { JournalEntry } from '../../contract/journalFile';
import { streamOf } from '../../domain/journal/chain';
import type { StreamHead } from '../../domain/journal/event';
import type { FoundEvent, FoundValue } from '../../domain/journal/found';
import { issuesNamed } from '../../domain/journal/issuesNamed';
import { JournalVerifier } from '../../domain/journal/verify';
import { settingsItem } from '../../domain/settings/item';
import { foundEntry } from '../journalFile';
import { ImportFault } from './importFault';
import type { ArchiveOutside } from './ports';

/** An entry of the journal on a line of the slice. */
export interface EntryLine {
  readonly index: number;
  readonly entry: JournalEntry;
}

interface EventLine {
  readonly index: number;
  readonly event: FoundEvent;
  readonly values: ReadonlyMap<string, FoundValue>;
}

function eventOf({ index, entry }: EntryLine): EventLine {
  const found = foundEntry(entry);
  if (found.found === 'link') throw new ImportFault(index, 'withheld');
  if (found.found === 'unreadable') throw new ImportFault(index, 'altered');
  return { index, event: found.event, values: found.values };
}

/** Walks the chain on from the last event that was taken. */
function requireWhole(header: ArchiveHeader, head: StreamHead | null, lines: readonly EventLine[]): StreamHead | null {
  const verifier = new JournalVerifier(streamOf(header.projectId), head);
  const start = head?.version ?? 0;
  let broken = null;
  for (const { event, values } of lines) broken ??= verifier.take({ found: 'event', event, values });
  broken ??= verifier.finish();
  if (broken !== null) throw new ImportFault(lines[broken.wholeUpTo - start]?.index ?? 0, 'altered');
  const beyond = lines.find(({ event }) => event.version > (header.head?.version ?? 0));
  if (beyond !== undefined) throw new ImportFault(beyond.index, 'altered');
  return verifier.head;
}

function isOwn({ itemType, itemId, data }: FoundEvent, projectId: string): boolean {
  if ('projectId' in data && data.projectId !== projectId) return false;
  return (
    (itemType === 'settings') === itemId.includes(':') &&
    (itemType !== 'settings' || itemId === settingsItem(projectId))
  );
}

/** Events of one item follow each other without a gap, or views would make something else of it. */
async function requireSequence(outside: ArchiveOutside, projectId: string, head: number, lines: readonly EventLine[]) {
  const itemIds = [...new Set(lines.map(({ event }) => event.itemId))];
  const versions = new Map(await outside.imports.itemVersions(projectId, head, itemIds));
  for (const { index, event } of lines) {
    if (event.itemVersion !== (versions.get(event.itemId) ?? 0) + 1) throw new ImportFault(index, 'altered');
    versions.set(event.itemId, event.itemVersion);
  }
}

/** Nobody brings in decisions on issues that they could not take them on. */
async function requireIssues({ visibility, editable }: ArchiveOutside, lines: readonly EventLine[]): Promise<void> {
  const [seen, edited] = await Promise.all([
    visibility.visibleAmong(lines.flatMap(({ event }) => issuesNamed(event.data))),
    editable.visibleAmong(lines.flatMap(({ event }) => event.issueId ?? [])),
  ]);
  for (const { index, event } of lines) {
    const unseen = issuesNamed(event.data).find((id) => !seen.has(id));
    const missing = event.issueId !== null && !edited.has(event.issueId) ? event.issueId : unseen;
    if (missing !== undefined) throw new ImportFault(index, 'issue', missing);
  }
}

/**
 * Takes in events of the journal, verified and judged as if they came from anybody: they are the project's own, fit
 * behind those before them, and the person may edit the issues they were taken on.
 *
 * @returns the last event that is taken now
 * @throws ImportFault naming the first line that is wrong
 */
export async function takeEvents(
  outside: ArchiveOutside,
  header: ArchiveHeader,
  head: StreamHead | null,
  entries: readonly EntryLine[],
): Promise<StreamHead | null> {
  if (entries.length === 0) return head;
  const { projectId } = header;
  const lines = entries.map(eventOf);
  const reached = requireWhole(header, head, lines);
  for (const { index, event } of lines) {
    if (!outside.isKnownEvent(event)) throw new ImportFault(index, 'newer');
    if (!isOwn(event, projectId)) throw new ImportFault(index, 'foreign');
  }
  await requireSequence(outside, projectId, head?.version ?? 0, lines);
  await requireIssues(outside, lines);
  const values = lines.flatMap(({ event: { commandId }, values: own }) =>
    [...own].map(([id, found]) => ({ id, commandId, found })),
  );
  const isForeign = await outside.imports.belongElsewhere(projectId, {
    items: lines.map(({ event }) => event.itemId),
    commands: lines.map(({ event }) => event.commandId),
    values: values.map(({ id }) => id),
  });
  if (isForeign) throw new ImportFault(lines[0]?.index ?? 0, 'foreign');
  await outside.imports.stage(
    projectId,
    lines.map(({ event }) => event),
    values,
    outside.now(),
  );
  return reached;
}
