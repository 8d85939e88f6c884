import type { ImportProgress } from '../../contract/archive';
import { archiveHeader, archiveLine } from '../../contract/archiveFile';
import type { ArchiveHeader, ArchiveLine } from '../../contract/archiveFile';
import type { ProcedureInput } from '../../contract/procedures';
import { requireAdministrator } from '../authorize';
import type { Viewer } from '../ports';
import { finishImport, wasImported } from './finishImport';
import { ImportFault } from './importFault';
import type { ArchiveOutside, ImportState } from './ports';
import { takeDocument, takeEdition } from './takeContents';
import { takeEvents } from './takeEvents';
import type { EntryLine } from './takeEvents';

type Input = ProcedureInput<'archive.import'>;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readHeader(line: string, { siteId }: Viewer, projectId: string): ArchiveHeader {
  const header = archiveHeader.safeParse(parsed(line)).data;
  if (header === undefined) throw new ImportFault(0, 'notAnArchive');
  if (header.site !== (siteId ?? '')) throw new ImportFault(0, 'otherSite');
  if (header.projectId !== projectId) throw new ImportFault(0, 'otherProject');
  return header;
}

interface NumberedLine {
  /** Within the slice, from 0. */
  readonly index: number;
  readonly line: ArchiveLine;
}

function readLine(line: string, index: number): NumberedLine {
  const read = archiveLine.safeParse(parsed(line)).data;
  if (read === undefined || 'format' in read) throw new ImportFault(index, 'unreadable');
  return { index, line: read };
}

/** Takes in the lines behind the header; documents and editions come after all events. */
async function takeLines(
  outside: ArchiveOutside,
  state: ImportState,
  lines: readonly NumberedLine[],
): Promise<Pick<ImportState, 'head' | 'contents'>> {
  const { header } = state;
  const { projectId } = header;
  const entries: EntryLine[] = [];
  for (const { index, line } of lines) {
    if ('event' in line || 'withheld' in line || 'unreadable' in line) entries.push({ index, entry: line });
  }
  const head = await takeEvents(outside, header, state.head, entries);
  let { contents } = state;
  for (const { index, line } of lines) {
    const isComplete =
      ('document' in line && (await takeDocument(outside, projectId, index, line.document))) ||
      ('edition' in line && (await takeEdition(outside, projectId, index, line.edition)));
    if (isComplete) contents += 1;
  }
  return { head, contents };
}

async function begun(outside: ArchiveOutside, viewer: Viewer, input: Input): Promise<ImportState | null> {
  const { projectId, importId, from, lines } = input;
  const state = await outside.imports.find(projectId);
  if (state?.importId === importId) return state;
  // An import that was cut short while its events were moved is finished first, whichever file comes now.
  if (state?.isMoving === true) return state;
  if (from > 0 || lines.length === 0) return null;
  const header = readHeader(lines[0] ?? '', viewer, projectId);
  await outside.imports.begin(projectId, importId, header, outside.now());
  return { importId, header, nextLine: 0, head: null, contents: 0, isMoving: false };
}

async function take(outside: ArchiveOutside, viewer: Viewer, input: Input): Promise<ImportProgress> {
  const { projectId, importId, from, lines } = input;
  const state = await begun(outside, viewer, input);
  if (state === null) {
    const events = await wasImported(outside, importId);
    return events === null ? { outcome: 'taken', next: 0 } : { outcome: 'imported', events };
  }
  if (state.importId !== importId) return finishImport(outside, viewer, state);
  // An answer was lost, or two calls crossed: whoever asks goes on from where the file is.
  if (from !== state.nextLine) return { outcome: 'taken', next: state.nextLine };
  if (lines.length === 0) return finishImport(outside, viewer, state);
  // The header was read when the import began.
  const own = lines.flatMap((line, index) => (from + index === 0 ? [] : [readLine(line, index)]));
  const reached = await takeLines(outside, state, own);
  const nextLine = from + lines.length;
  await outside.imports.advance(projectId, from, { ...state, ...reached, nextLine }, outside.now());
  return { outcome: 'taken', next: nextLine };
}

/**
 * Takes in some lines of an archive of this very project, in order; without lines, when all are there, brings what was
 * taken into the journal. Nothing is seen of it before every line was found right. Any call may be sent again. For
 * administrators of the project.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function importArchive(outside: ArchiveOutside, viewer: Viewer, input: Input): Promise<ImportProgress> {
  await requireAdministrator(outside.access, input.projectId);
  try {
    return await take(outside, viewer, input);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    const { index, fault, issueId } = error;
    return { outcome: 'broken', line: input.from + index, fault, issueId };
  }
}
