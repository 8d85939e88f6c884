import type { ContentProperty, ContentVersion, PageState, Space, WikiPage } from '../api';
import { SITE_URL } from '../forge/installation';

export function versionBean({ number, createdAt, message, authorId }: ContentVersion) {
  return { number, createdAt, message, minorEdit: false, authorId };
}

export function bodyBean({ body }: Pick<PageState, 'body'>, isWanted: boolean) {
  const value = JSON.stringify(body);
  return isWanted ? { atlas_doc_format: { representation: 'atlas_doc_format', value } } : {};
}

/** @param space the page's own. */
export function pageBean(page: WikiPage, space: Space, withBody: boolean) {
  const { id, status, title, spaceId, parentId, authorId, createdAt, version } = page;
  const slug = encodeURIComponent(title).replaceAll('%20', '+');
  return {
    id,
    status,
    title,
    spaceId,
    parentId,
    parentType: parentId === null ? null : 'page',
    position: null,
    authorId,
    ownerId: authorId,
    lastOwnerId: null,
    createdAt,
    version: versionBean(version),
    body: bodyBean(page, withBody),
    _links: {
      webui: `/spaces/${space.key}/pages/${id}/${slug}`,
      editui: `/pages/resumedraft.action?draftId=${id}`,
      tinyui: `/x/${Buffer.from(id).toString('base64url')}`,
      base: `${SITE_URL}/wiki`,
    },
  };
}

export function spaceBean({ id, key, name, createdAt, authorId }: Space) {
  return {
    id,
    key,
    name,
    type: 'global',
    status: 'current',
    authorId,
    spaceOwnerId: authorId,
    createdAt,
    homepageId: null,
    icon: null,
    _links: { webui: `/spaces/${key}` },
  };
}

export function propertyBean({ id, key, value, version }: ContentProperty) {
  return { id, key, value, version: versionBean(version) };
}
