import { z } from 'zod';
import type { ContentProperty, WikiPage } from '../../api';
import { answer, ConfluenceRefusal, NotModelled } from '../answer';
import { propertyBean } from '../beans';
import { pageOf, paging, type ConfluenceCall, type Operation } from '../operation';

/** @see https://developer.atlassian.com/cloud/confluence/confluence-entity-properties/ */
const LARGEST_VALUE = 32 * 1024;
const LONGEST_KEY = 255;

const key = z.string().min(1).max(LONGEST_KEY);
const value = z
  .unknown()
  .refine((given) => given !== undefined, { error: 'The value is missing.' })
  .refine((given) => Buffer.byteLength(JSON.stringify(given)) <= LARGEST_VALUE, {
    error: `A value has at most ${LARGEST_VALUE} bytes.`,
  });
const createBody = z.object({ key, value });
const updateBody = createBody.extend({ version: z.object({ number: z.int() }) });

function doerOf({ viewer }: ConfluenceCall) {
  return viewer.accountId === null ? {} : { by: viewer.accountId };
}

function pageToRead({ viewer, path }: ConfluenceCall): WikiPage {
  return viewer.getPage(path['page-id'] ?? '');
}

function pageToEdit(call: ConfluenceCall): WikiPage {
  const page = pageToRead(call);
  if (!call.viewer.mayEdit(page)) throw new ConfluenceRefusal(403, 'Not permitted to edit the page');
  return page;
}

function propertyOf({ site, path }: ConfluenceCall, page: WikiPage): ContentProperty {
  const found = site.wiki.properties(page.id).find(({ id }) => id === path['property-id']);
  if (!found) throw new ConfluenceRefusal(404, 'Not Found');
  return found;
}

/** GET /wiki/api/v2/pages/{page-id}/properties */
export const getPageContentProperties: Operation = (call) => {
  if (call.query['sort'] !== undefined) throw new NotModelled('sorting properties');
  const query = z.object({ key: z.string().optional(), ...paging }).parse(call.query);
  const { id } = pageToRead(call);
  const found = call.site.wiki
    .properties(id)
    .filter((property) => query.key === undefined || property.key === query.key);
  const page = pageOf(found, query, `/wiki/api/v2/pages/${id}/properties`, call.query);
  return answer({ ...page, results: page.results.map(propertyBean) }, { coreObjects: page.results.length });
};

/** GET /wiki/api/v2/pages/{page-id}/properties/{property-id} */
export const getPageContentPropertiesById: Operation = (call) =>
  answer(propertyBean(propertyOf(call, pageToRead(call))), { coreObjects: 1 });

/** POST /wiki/api/v2/pages/{page-id}/properties: a key that is taken is a conflict. */
export const createPageProperty: Operation = (call) => {
  const body = createBody.parse(call.body);
  const page = pageToEdit(call);
  const isTaken = call.site.wiki.properties(page.id).some((property) => property.key === body.key);
  if (isTaken) throw new ConfluenceRefusal(409, 'A property with this key already exists');
  return answer(propertyBean(call.site.wiki.writeProperty(page.id, body.key, body.value, doerOf(call))));
};

/** PUT /wiki/api/v2/pages/{page-id}/properties/{property-id}: the version must be the next one. */
export const updatePagePropertyById: Operation = (call) => {
  const body = updateBody.parse(call.body);
  const page = pageToEdit(call);
  const known = propertyOf(call, page);
  if (body.key !== known.key) throw new ConfluenceRefusal(400, 'The key of a property cannot change');
  if (body.version.number !== known.version.number + 1) {
    throw new ConfluenceRefusal(409, `The version must be ${known.version.number + 1}`);
  }
  return answer(propertyBean(call.site.wiki.writeProperty(page.id, known.key, body.value, doerOf(call))));
};

/** DELETE /wiki/api/v2/pages/{page-id}/properties/{property-id} */
export const deletePagePropertyById: Operation = (call) => {
  const page = pageToEdit(call);
  call.site.wiki.removeProperty(page.id, propertyOf(call, page).key);
  return answer(null, { status: 204 });
};
