import { route } from '@forge/api';
import { z } from 'zod';
import type { Bylines } from '../../application/byline/ports';
import { BYLINE_KEY } from '../../domain/byline/byline';
import { askConfluenceAsApp } from './confluenceClient';
import { pageShape } from './confluencePages';

const titled = pageShape.extend({ title: z.string() });
const propertiesAnswer = z.object({
  results: z.array(z.object({ id: z.string(), value: z.unknown(), version: z.object({ number: z.int() }) })),
});

async function propertyOf(pageId: string) {
  const address = route`/wiki/api/v2/pages/${pageId}/properties?key=${BYLINE_KEY}`;
  const found = await askConfluenceAsApp({ route: address }, propertiesAnswer);
  return found === null ? null : (found.results[0] ?? 'none');
}

/**
 * Bylines in content properties of their pages, read and written as the app, since nobody is there when a page changes.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-content-byline-item/
 */
export const confluenceBylines: Bylines = {
  async page(pageId) {
    const address = route`/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format`;
    const page = await askConfluenceAsApp({ route: address }, titled);
    if (page === null) return null;
    return { site: page._links.base, title: page.title, body: page.body.atlas_doc_format.value };
  },

  async set(pageId, byline) {
    const known = await propertyOf(pageId);
    if (known === null || (known === 'none' && byline === null)) return;
    if (known === 'none') {
      const body = { key: BYLINE_KEY, value: byline };
      const address = route`/wiki/api/v2/pages/${pageId}/properties`;
      await askConfluenceAsApp({ route: address, body, unread: true }, z.undefined());
      return;
    }
    const address = route`/wiki/api/v2/pages/${pageId}/properties/${known.id}`;
    if (byline === null) {
      await askConfluenceAsApp({ route: address, method: 'DELETE', unread: true }, z.undefined());
      return;
    }
    const { title, tooltip } = z
      .object({ title: z.unknown(), tooltip: z.unknown() })
      .catch({ title: '', tooltip: '' })
      .parse(known.value);
    if (title === byline.title && tooltip === byline.tooltip) return;
    const body = { key: BYLINE_KEY, value: byline, version: { number: known.version.number + 1 } };
    await askConfluenceAsApp({ route: address, method: 'PUT', body, unread: true }, z.undefined());
  },
};
