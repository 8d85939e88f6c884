import type { MacroPlace, SiteStore } from '../api';
import { macrosIn } from './macros';

/** What Confluence says about a page. */
export function pageExtension(site: SiteStore, pageId: string) {
  const page = site.wiki.findPage(pageId);
  const space = page && site.wiki.findSpace(page.spaceId);
  if (!page || !space) return {};
  return { content: { id: page.id, type: 'page', subtype: null }, space: { id: space.id, key: space.key } };
}

/** What Confluence says about the place of a macro: the page, and the configuration that the page holds. */
export function macroExtension(site: SiteStore, { pageId, localId, mode }: MacroPlace) {
  const page = site.wiki.findPage(pageId);
  if (!page) return {};
  const macro = macrosIn(page.body).find((candidate) => candidate.localId === localId);
  return {
    ...pageExtension(site, pageId),
    isEditing: mode !== 'view',
    references: [],
    ...(macro && Object.keys(macro.config).length > 0 ? { config: macro.config } : {}),
    ...(mode === 'view' ? {} : { macro: { isConfiguring: true, isInserting: macro === undefined } }),
  };
}
