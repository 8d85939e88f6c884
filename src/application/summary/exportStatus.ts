import type { EditionHead } from '../../contract/edition';
import type { StatusSummary } from '../../contract/summary';
import { headsOf } from './editions';
import type { EditionOutside } from './editions';
import { summaryOf } from './view';

/** What an export may hold: an edition that everyone who may read its page may see. */
export interface Exported {
  readonly head: EditionHead;
  readonly summary: Omit<StatusSummary, 'isUnread'>;
}

type ExportOutside = Pick<EditionOutside, 'editions' | 'erasables'>;

/**
 * What an export of the macro holds. It does not know its reader, so it is the chosen edition if that was published, else
 * the last one that was. Nothing is asked of Jira.
 *
 * @param chosen the id of the edition that the macro is set to; empty for none.
 * @returns null when none was published.
 */
export async function exportStatus(
  outside: ExportOutside,
  { pageId, macroId, chosen }: { readonly pageId: string; readonly macroId: string; readonly chosen: string },
): Promise<Exported | null> {
  const all = await outside.editions.ofMacro(pageId, macroId);
  const published = all.filter(({ forEveryone, isErased }) => forEveryone && !isErased);
  const edition = published.find(({ id }) => id === chosen) ?? published.at(-1);
  const report = edition === undefined ? null : await outside.editions.content(edition.id);
  if (edition === undefined || report === null) return null;
  const refs = report.rows.flatMap(({ clients }) => clients);
  const names = refs.length === 0 ? new Map<string, string>() : await outside.erasables.read(refs);
  const [head] = await headsOf(outside, [edition]);
  return head === undefined ? null : { head, summary: summaryOf(report, names) };
}
