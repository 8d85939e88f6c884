import type { EditionHead } from '../../contract/edition';
import type { ProcedureInput } from '../../contract/procedures';
import type { Viewer } from '../ports';
import { headsOf, requirePage } from './editions';
import type { EditionOutside } from './editions';

/**
 * The editions of a macro, the first one first; for everyone who may read the page, also without Jira.
 *
 * @throws Refusal `PAGE_NOT_FOUND`
 */
export async function listEditions(
  outside: EditionOutside,
  _viewer: Viewer,
  { pageId, macroId }: ProcedureInput<'edition.list'>,
): Promise<{ readonly editions: readonly EditionHead[] }> {
  await requirePage(outside, pageId);
  return { editions: await headsOf(outside, await outside.editions.ofMacro(pageId, macroId)) };
}
