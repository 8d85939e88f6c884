import type { ProcedureInput } from '../../contract/procedures';
import { eraseEdition as erase } from '../../domain/summary/edition';
import type { EditionEvent } from '../../domain/summary/edition';
import { requireAdministrator } from '../authorize';
import { commit } from '../commit';
import type { Command } from '../commit';
import type { Outside, Viewer } from '../ports';
import { noteForByline, requireEdition } from './editions';
import type { EditionOutside, StoredEdition } from './editions';

export type Erasing = Pick<EditionOutside, keyof Outside | 'editions' | 'pageNotes'>;

/**
 * Brings the erasing of an edition into the journal and erases what it held.
 *
 * @throws RuleViolation `NOTHING_TO_ERASE` when another command did
 */
export async function erasing(
  outside: Erasing,
  { id, projectId, pageId }: Pick<StoredEdition, 'id' | 'projectId' | 'pageId'>,
  { viewer, commandId }: Pick<Command, 'viewer' | 'commandId'>,
): Promise<void> {
  await noteForByline(outside, pageId);
  await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'edition.erased',
    load: () => outside.journal.itemEvents([id]),
    decide: (events) => {
      const own = events.filter((event): event is EditionEvent => event.itemType === 'edition');
      return Promise.resolve([erase(id, projectId, own)]);
    },
  });
  await outside.editions.eraseContent(id);
}

/**
 * Erases for good what an edition holds, its name and its note; the journal keeps that there was one, and its digest.
 * For administrators of its project.
 *
 * @throws Refusal `EDITION_NOT_FOUND`, `NOT_ALLOWED`, `NOTHING_TO_ERASE`
 */
export async function eraseEdition(
  outside: EditionOutside,
  viewer: Viewer,
  { commandId, editionId }: ProcedureInput<'edition.erase'>,
): Promise<{ readonly editionId: string }> {
  const edition = await requireEdition(outside, editionId);
  await requireAdministrator(outside.access, edition.projectId, 'EDITION_NOT_FOUND');
  await erasing(outside, edition, { viewer, commandId });
  return { editionId };
}
