import type { ProcedureInput } from '../../contract/procedures';
import { eraseEdition as erase } from '../../domain/summary/edition';
import type { EditionEvent } from '../../domain/summary/edition';
import { requireAdministrator } from '../authorize';
import { commit } from '../commit';
import type { Viewer } from '../ports';
import { noteForByline, requireEdition } from './editions';
import type { EditionOutside } from './editions';

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
  const { projectId, pageId } = await requireEdition(outside, editionId);
  await requireAdministrator(outside.access, projectId, 'EDITION_NOT_FOUND');
  await noteForByline(outside, pageId);
  await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'edition.erased',
    load: () => outside.journal.itemEvents([editionId]),
    decide: (events) => {
      const own = events.filter((event): event is EditionEvent => event.itemType === 'edition');
      return Promise.resolve([erase(editionId, projectId, own)]);
    },
  });
  await outside.editions.eraseContent(editionId);
  return { editionId };
}
