import { z } from 'zod';
import type { ArchiveLine } from '../../contract/archiveFile';
import { digestOf } from '../../domain/impact/frozen';
import { reportDigest } from '../../domain/summary/edition';
import { ImportFault } from './importFault';
import type { ArchiveOutside } from './ports';

type DocumentOf = Extract<ArchiveLine, { document: unknown }>['document'];
type EditionOf = Extract<ArchiveLine, { edition: unknown }>['edition'];

const frozenChange = z.object({ digest: z.string(), inputsDigest: z.string() });
const frozenEdition = z.object({ sha256: z.string(), pageId: z.string() });

/** What the pieces make, once the last of them is there; undefined before. */
async function whole(
  outside: ArchiveOutside,
  projectId: string,
  name: string,
  piece: { readonly part: number; readonly parts: number; readonly body: string },
): Promise<string | null | undefined> {
  await outside.imports.keepPiece(projectId, name, piece);
  if (piece.part !== piece.parts - 1) return undefined;
  const body = await outside.imports.assemble(projectId, name, piece.parts);
  return body === null ? null : outside.packing.unpack(body);
}

/**
 * Takes in a piece of a frozen assessment, if an event that was taken vouches for it.
 *
 * @returns whether that was all of it
 * @throws ImportFault
 */
export async function takeDocument(
  outside: ArchiveOutside,
  projectId: string,
  index: number,
  document: DocumentOf,
): Promise<boolean> {
  const { digest, changeId } = document;
  if ('withheld' in document) return true;
  const text = await whole(outside, projectId, digest, document);
  if (text === undefined) return false;
  const vouching = (await outside.imports.frozen(projectId, changeId)).flatMap(
    (data) => frozenChange.safeParse(data).data ?? [],
  );
  const isVouchedFor = vouching.some((frozen) => frozen.digest === digest || frozen.inputsDigest === digest);
  if (text === null || !isVouchedFor || digestOf(text) !== digest) throw new ImportFault(index, 'altered');
  await outside.assessmentStore.save({ projectId, changeId, digest, text, at: outside.now() });
  return true;
}

/** The same for an edition; of one that is withheld or erased only the place is kept. */
export async function takeEdition(
  outside: ArchiveOutside,
  projectId: string,
  index: number,
  edition: EditionOf,
): Promise<boolean> {
  const { id } = edition;
  const [data] = await outside.imports.frozen(projectId, id);
  const frozen = frozenEdition.safeParse(data).data;
  if (frozen === undefined) throw new ImportFault(index, 'altered');
  const { pageId } = frozen;
  if ('withheld' in edition || 'erased' in edition) {
    await outside.imports.keepEdition({ id, pageId, report: null }, outside.now());
    return true;
  }
  const text = await whole(outside, projectId, id, edition);
  if (text === undefined) return false;
  const report = text === null ? null : outside.readReport(text);
  if (report === null || reportDigest(report) !== frozen.sha256 || edition.pageId !== pageId) {
    throw new ImportFault(index, 'altered');
  }
  await outside.imports.keepEdition({ id, pageId, report }, outside.now());
  return true;
}
