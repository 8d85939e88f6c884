import { z } from 'zod';
import { SPACE_LEVELS, type WikiStore } from '../../contract/wiki';
import { adfDocument } from '../../site/wiki/schema';
import { failure, json } from '../http/answers';
import { readJson } from '../http/jsonBody';
import { Router } from '../http/router';
import type { SiteContext } from '../siteContext';

const by = z.string().exactOptional();
const accounts = z.array(z.string()).nullable().exactOptional();
const page = z.string();

/** What a user of the site's Confluence does; `WikiStore` says what it means. */
const wikiRequest = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('createSpace'), key: z.string().min(1), name: z.string(), by }),
  z.strictObject({
    action: z.literal('setLevel'),
    space: z.string(),
    accountId: z.string(),
    level: z.enum(SPACE_LEVELS),
  }),
  z.strictObject({
    action: z.literal('createPage'),
    space: z.string(),
    title: z.string().min(1),
    body: adfDocument,
    parentId: z.string().nullable().exactOptional(),
    by,
  }),
  z.strictObject({
    action: z.literal('updatePage'),
    page,
    changes: z.strictObject({
      title: z.string().min(1).exactOptional(),
      body: adfDocument.exactOptional(),
      message: z.string().exactOptional(),
    }),
    by,
  }),
  z.strictObject({ action: z.literal('setPageStatus'), page, status: z.enum(['current', 'archived', 'trashed']) }),
  z.strictObject({ action: z.literal('restrictPage'), page, readers: accounts, editors: accounts }),
  z.strictObject({ action: z.literal('deletePage'), page }),
  z.strictObject({ action: z.literal('writeProperty'), page, key: z.string().min(1), value: z.unknown(), by }),
  z.strictObject({ action: z.literal('removeProperty'), page, key: z.string() }),
]);
type WikiRequest = z.output<typeof wikiRequest>;

function changeWiki(wiki: WikiStore, request: WikiRequest): unknown {
  const doer = 'by' in request ? { by: request.by } : {};
  switch (request.action) {
    case 'createSpace':
      return wiki.createSpace(request);
    case 'setLevel':
      wiki.setLevel(request.space, request.accountId, request.level);
      return null;
    case 'createPage':
      return wiki.createPage(request);
    case 'updatePage':
      return wiki.updatePage(request.page, request.changes, doer);
    case 'setPageStatus':
      return wiki.setPageStatus(request.page, request.status);
    case 'restrictPage': {
      const { action: _action, page: id, ...restrictions } = request;
      return wiki.restrictPage(id, restrictions);
    }
    case 'deletePage':
      wiki.deletePage(request.page);
      return null;
    case 'writeProperty':
      return wiki.writeProperty(request.page, request.key, request.value, doer);
    case 'removeProperty':
      wiki.removeProperty(request.page, request.key);
      return null;
  }
}

async function change({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, wikiRequest);
  if ('refusal' in read) return read.refusal;
  try {
    return json({ value: changeWiki(sandbox.site.wiki, read.body) });
  } catch (error) {
    return failure(409, error instanceof Error ? error.message : String(error));
  }
}

/** The control API's part for Confluence. */
export function wikiControlRoutes(site: SiteContext): Router {
  return new Router()
    .on('GET', '/__sandbox/wiki', () => {
      const { wiki } = site.sandbox.site;
      return json({ spaces: wiki.spaces(), pages: wiki.pages() });
    })
    .on('POST', '/__sandbox/wiki', (request) => change(site, request));
}
