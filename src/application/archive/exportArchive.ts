import type { ArchivePage, ArchivePlace } from '../../contract/archive';
import type { ArchiveHeader, ArchiveLine } from '../../contract/archiveFile';
import type { ProcedureInput } from '../../contract/procedures';
import type { FrozenInputs, FrozenResults } from '../../domain/impact/frozen';
import { streamOf } from '../../domain/journal/chain';
import { issuesIn } from '../../domain/summary/report';
import { requireAdministrator } from '../authorize';
import { issuesOf, toEntry } from '../exportJournal';
import { issuesNamed } from '../impact/showAssessment';
import type { Viewer } from '../ports';
import { Refusal } from '../refusal';
import { ENTRIES_PAGE_SIZE } from '../verifyJournal';
import type { ArchiveOutside, KeptDocument, KeptEdition } from './ports';

/** So long a line can be sent back in one request with others. */
const PIECE_LENGTH = 128 * 1024;
/** What one answer holds of frozen documents, in characters, before it ends. */
const PAGE_LENGTH = 1024 * 1024;
const DOCUMENTS_PAGE_SIZE = 20;
const EDITIONS_PAGE_SIZE = 5;

type Lines = readonly ArchiveLine[];

async function header(outside: ArchiveOutside, viewer: Viewer, projectId: string): Promise<ArchiveHeader> {
  const [head, projectKey] = await Promise.all([
    outside.journal.head(streamOf(projectId)),
    outside.projectKey(projectId),
  ]);
  if (projectKey === null) throw new Refusal('PROJECT_NOT_FOUND');
  const counts = await outside.contents.counts(projectId, head?.version ?? 0);
  const exportedAt = new Date(outside.now()).toISOString();
  const site = viewer.siteId ?? '';
  return { format: 'countersign-archive', formatVersion: 1, site, projectId, projectKey, exportedAt, head, ...counts };
}

/** Events of the journal, behind the keys of the issues that they name. */
async function journalPage(outside: ArchiveOutside, projectId: string, place: ArchivePlace): Promise<ArchivePage> {
  const found = await outside.archive.entries(streamOf(projectId), place.after, ENTRIES_PAGE_SIZE);
  const page = found.filter(({ version }) => version <= place.until);
  const visible = await outside.visibility.visibleAmong(page.flatMap(issuesOf));
  const labels = await outside.access.labels([...visible]);
  const issues = [...labels.values()].map(({ id, key }) => ({ issue: { id, key } }));
  const last = page.at(-1)?.version ?? place.until;
  const isEnd = last >= place.until || page.length < ENTRIES_PAGE_SIZE;
  return {
    lines: [...issues, ...page.map((stored) => toEntry(stored, visible))],
    next: isEnd ? { ...place, part: 'documents', after: 0 } : { ...place, after: last },
  };
}

async function inPieces(outside: ArchiveOutside, text: string) {
  const packed = await outside.packing.pack(text);
  const parts = Math.max(1, Math.ceil(packed.length / PIECE_LENGTH));
  return Array.from({ length: parts }, (_, part) => ({
    part,
    parts,
    body: packed.slice(part * PIECE_LENGTH, (part + 1) * PIECE_LENGTH),
  }));
}

/** Every issue that a frozen document names: either the inputs of an assessment, or its results. */
function issuesOfDocument(text: string): readonly string[] {
  const parsed = JSON.parse(text) as Partial<FrozenInputs & FrozenResults>;
  const { facts, options = [], surroundings = {} } = parsed;
  return [
    ...(facts?.issues.id ?? []),
    ...Object.keys(surroundings),
    ...options.flatMap(({ result }) => issuesNamed(result)),
  ];
}

async function seesAll(outside: ArchiveOutside, issueIds: readonly string[]): Promise<boolean> {
  const visible = await outside.visibility.visibleAmong(issueIds);
  return issueIds.every((id) => visible.has(id));
}

async function documentLines(outside: ArchiveOutside, { digest, changeId }: KeptDocument): Promise<Lines> {
  const text = await outside.assessmentStore.read(digest);
  const isShown = text !== null && (await seesAll(outside, issuesOfDocument(text)));
  if (!isShown) return [{ document: { digest, changeId, withheld: true } }];
  return (await inPieces(outside, text)).map((piece) => ({ document: { digest, changeId, ...piece } }));
}

async function editionLines(outside: ArchiveOutside, { id, pageId, report }: KeptEdition): Promise<Lines> {
  if (report === null) return [{ edition: { id, erased: true } }];
  if (!(await seesAll(outside, issuesIn(report.rows)))) return [{ edition: { id, withheld: true } }];
  return (await inPieces(outside, JSON.stringify(report))).map((piece) => ({ edition: { id, pageId, ...piece } }));
}

function lengthOf(lines: Lines): number {
  return lines.reduce((sum, line) => sum + JSON.stringify(line).length, 0);
}

/** As many of the kept things as fit into one answer, at least one. */
async function fill<Kept>(kept: readonly Kept[], write: (each: Kept) => Promise<Lines>) {
  const lines: ArchiveLine[] = [];
  let taken = 0;
  for (const each of kept) {
    if (lengthOf(lines) > PAGE_LENGTH) break;
    lines.push(...(await write(each)));
    taken += 1;
  }
  return { lines, taken };
}

async function contentsPage(outside: ArchiveOutside, projectId: string, place: ArchivePlace): Promise<ArchivePage> {
  const { part, after, until } = place;
  const { contents } = outside;
  if (part === 'documents') {
    const kept = await contents.documents(projectId, until, after, DOCUMENTS_PAGE_SIZE);
    const { lines, taken } = await fill(kept, (document) => documentLines(outside, document));
    const next = { ...place, after: after + taken };
    return { lines, next: taken === 0 ? { ...place, part: 'editions', after: 0 } : next };
  }
  const kept = await contents.editions(projectId, until, after, EDITIONS_PAGE_SIZE);
  const { lines, taken } = await fill(kept, (edition) => editionLines(outside, edition));
  return { lines, next: taken === 0 ? null : { ...place, after: after + taken } };
}

/**
 * One page of everything that the app keeps of a project, for keeping, for verifying and for bringing it in again. For
 * administrators of the project; what names issues that even they may not see is withheld, as in `exportJournal`.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function exportArchive(
  outside: ArchiveOutside,
  viewer: Viewer,
  { projectId, place }: ProcedureInput<'archive.export'>,
): Promise<ArchivePage> {
  await requireAdministrator(outside.access, projectId);
  if (place === null) {
    const first = await header(outside, viewer, projectId);
    return { lines: [first], next: { part: 'journal', after: 0, until: first.head?.version ?? 0 } };
  }
  return place.part === 'journal' ? journalPage(outside, projectId, place) : contentsPage(outside, projectId, place);
}
