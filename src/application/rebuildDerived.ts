import type { RebuildProgress } from '../contract/journal';
import type { ProcedureInput } from '../contract/procedures';
import { streamOf } from '../domain/journal/chain';
import { requireAdministrator } from './authorize';
import type { Outside, Viewer } from './ports';
import { repairItems } from './repairProjections';

/** Few enough that all their events fit into one answer of the database. */
const ITEMS_PAGE_SIZE = 50;

/** How long one call derives, in milliseconds: well inside what an invocation may take. */
const PATIENCE = 12_000;

/**
 * Derives the rows that views read anew from journal and values: rows without an event go, all others are written. For
 * administrators of the project; a call that died can be sent again from where it began.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function rebuildDerived(
  outside: Outside,
  _viewer: Viewer,
  { projectId, after }: ProcedureInput<'derived.rebuild'>,
): Promise<RebuildProgress> {
  await requireAdministrator(outside.access, projectId);
  if (after === 0) await outside.projections.dropUnfounded(projectId);
  const deadline = outside.now() + PATIENCE;
  let items = 0;
  let version = after;
  do {
    const page = await outside.journal.itemsBehind(streamOf(projectId), version, ITEMS_PAGE_SIZE);
    await repairItems(
      outside,
      page.map(({ itemId }) => itemId),
    );
    items += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < ITEMS_PAGE_SIZE) return { items, next: null };
    ({ version } = last);
  } while (outside.now() < deadline);
  return { items, next: version };
}
