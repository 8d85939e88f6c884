import type { Person, SiteStore, Space, WikiPage } from '../../api';

/** Spaces in which the viewer may read something. */
export function visibleSpaces(site: SiteStore, viewer: Person): readonly Space[] {
  return site.wiki.spaces().filter(({ id }) => site.wiki.level(id, viewer.accountId) !== 'none');
}

/** The space's pages that the viewer may read, those in the bin left out. */
export function visiblePages(site: SiteStore, viewer: Person, spaceId: string): readonly WikiPage[] {
  const shown = site.wiki.pages(spaceId).filter(({ status }) => status !== 'trashed');
  return shown.filter((page) => site.wiki.mayRead(viewer.accountId, page));
}

/** The page and its space, if the page exists there and the viewer may read it. */
export function findVisiblePage(
  site: SiteStore,
  viewer: Person,
  place: { readonly key: string; readonly id: string },
): { readonly wikiPage: WikiPage; readonly space: Space } | null {
  const wikiPage = site.wiki.findPage(place.id);
  if (!wikiPage || wikiPage.status === 'trashed') return null;
  const space = site.wiki.findSpace(wikiPage.spaceId);
  if (space?.key !== place.key) return null;
  return site.wiki.mayRead(viewer.accountId, wikiPage) ? { wikiPage, space } : null;
}

export function pageAddress(space: Space, { id }: WikiPage): string {
  return `/wiki/spaces/${space.key}/pages/${id}`;
}

export function editAddress(space: Space, { id }: WikiPage): string {
  return `/wiki/spaces/${space.key}/pages/edit-v2/${id}`;
}
