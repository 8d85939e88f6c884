import type { ImportProgress } from '../../contract/archive';
import { archiveImported } from '../../domain/archive/imported';
import { commit } from '../commit';
import type { Viewer } from '../ports';
import { ImportFault } from './importFault';
import type { ArchiveOutside, ImportState } from './ports';

/** Few enough for what a statement may take of memory. */
const EVENTS_PER_STATEMENT = 100;
/** How long one call moves events, in milliseconds. */
const PATIENCE = 12_000;

/** How many events an import brought in that is done; null for any other. */
export async function wasImported({ journal }: ArchiveOutside, importId: string): Promise<number | null> {
  const events = await journal.commandEvents(importId);
  for (const event of events) if (event.type === 'archive.imported') return event.data.events;
  return null;
}

/** How many events are still to be moved; null when something else is recorded in the project. */
async function stillToMove({ imports }: ArchiveOutside, projectId: string, events: number): Promise<number | null> {
  const lowest = await imports.lowest(projectId);
  if (lowest === null) return events;
  return lowest.isStaged ? lowest.version - 1 : null;
}

/**
 * Brings the events into the journal from the last to the first: from the first statement on, the journal ends where the
 * archive ends, so that whoever records something meanwhile does so behind it.
 *
 * @throws ImportFault when the file ends before what its header says
 */
export async function finishImport(
  outside: ArchiveOutside,
  viewer: Viewer,
  { importId, header, head, contents, isMoving }: ImportState,
): Promise<ImportProgress> {
  const { projectId } = header;
  const isWhole = head?.hash === header.head?.hash && contents === header.documents + header.editions;
  if (head === null || !isWhole) throw new ImportFault(0, 'cutOff');
  if (!isMoving) {
    if ((await outside.imports.lowest(projectId)) !== null) return { outcome: 'notEmpty' };
    await outside.imports.beginMoving(projectId, importId);
  }
  const deadline = outside.now() + PATIENCE;
  for (;;) {
    const rest = await stillToMove(outside, projectId, head.version);
    if (rest === null) return { outcome: 'notEmpty' };
    if (rest === 0) break;
    if (outside.now() >= deadline) return { outcome: 'moving', moved: head.version - rest, events: head.version };
    await outside.imports.move(projectId, Math.max(1, rest - EVENTS_PER_STATEMENT + 1), rest);
  }
  await commit(outside, {
    viewer,
    commandId: importId,
    projectId,
    type: 'archive.imported',
    load: () => outside.journal.commandEvents(importId),
    decide: () => {
      const { exportedAt } = header;
      const facts = { projectId, events: head.version, head: head.hash, exportedAt };
      return Promise.resolve([archiveImported(outside.newId(), facts)]);
    },
  });
  await outside.imports.clear(projectId);
  return { outcome: 'imported', events: head.version };
}
