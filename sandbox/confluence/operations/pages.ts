import { z } from 'zod';
import type { PageState, WikiPage } from '../../api';
import { answer, ConfluenceRefusal, NotModelled } from '../answer';
import { bodyBean, pageBean, propertyBean, versionBean } from '../beans';
import { bodyFormat, flag, list, pageOf, paging, refuseFlags, wantsBody } from '../operation';
import type { ConfluenceCall, Operation } from '../operation';

const pageQuery = z.object({
  'body-format': bodyFormat,
  status: list,
  version: z.coerce.number().int().optional(),
  'include-version': flag.default(true),
  'include-operations': flag,
  'include-properties': flag,
  'include-versions': flag,
});
const listQuery = z.object({
  id: list,
  'space-id': list,
  status: list,
  title: z.string().optional(),
  'body-format': bodyFormat,
  ...paging,
});
const NOT_INCLUDED = [
  'get-draft',
  'include-labels',
  'include-likes',
  'include-favorited-by-current-user-status',
  'include-webresources',
  'include-collaborators',
  'include-direct-children',
];
const SHOWN = ['current', 'archived'];

function operationsOn({ viewer }: ConfluenceCall, page: WikiPage) {
  const names = [
    ...(viewer.mayRead(page) ? ['read'] : []),
    ...(viewer.mayEdit(page) ? ['update'] : []),
    ...(viewer.mayDelete(page) ? ['delete'] : []),
  ];
  return names.map((operation) => ({ operation, targetType: 'page' }));
}

/** The page as it was in that version, if it had one. */
function asOf({ site }: ConfluenceCall, page: WikiPage, wanted: number | undefined): WikiPage {
  if (wanted === undefined || wanted === page.version.number) return page;
  const state = site.wiki.versions(page.id).find(({ version }) => version.number === wanted);
  if (!state) throw new ConfluenceRefusal(404, 'Not Found');
  return { ...page, ...state };
}

function included(call: ConfluenceCall, page: WikiPage, query: z.output<typeof pageQuery>) {
  const wrap = (results: readonly unknown[]) => ({ results, meta: { hasMore: false }, _links: {} });
  const { wiki } = call.site;
  return {
    ...(query['include-operations'] && { operations: wrap(operationsOn(call, page)) }),
    ...(query['include-properties'] && { properties: wrap(wiki.properties(page.id).map(propertyBean)) }),
    ...(query['include-versions'] && {
      versions: wrap(wiki.versions(page.id).map(({ version }) => versionBean(version))),
    }),
  };
}

/** GET /wiki/api/v2/pages/{id} */
export const getPageById: Operation = (call) => {
  const query = pageQuery.parse(call.query);
  refuseFlags(call.query, NOT_INCLUDED);
  const withBody = wantsBody(query['body-format']);
  const page = call.viewer.getPage(call.path['id'] ?? '');
  const statuses = query.status.length === 0 ? [...SHOWN, 'trashed'] : query.status;
  const shown = asOf(call, page, query.version);
  const isHistorical = shown.version.number !== page.version.number;
  if (!isHistorical && !statuses.includes(page.status)) throw new ConfluenceRefusal(404, 'Not Found');
  const { version, ...bean } = pageBean(shown, call.viewer.getSpace(page.spaceId), withBody);
  const body = {
    ...bean,
    ...(isHistorical && { status: 'historical' }),
    ...(query['include-version'] && { version }),
    ...included(call, page, query),
  };
  return answer(body, { coreObjects: 1 });
};

function pagesFor({ site, viewer }: ConfluenceCall, query: z.output<typeof listQuery>): readonly WikiPage[] {
  const statuses = query.status.length === 0 ? SHOWN : query.status;
  return site.wiki
    .pages()
    .filter(({ spaceId }) => query['space-id'].length === 0 || query['space-id'].includes(spaceId))
    .filter(({ id }) => query.id.length === 0 || query.id.includes(id))
    .filter(({ status }) => statuses.includes(status))
    .filter(({ title }) => query.title === undefined || title === query.title)
    .filter((page) => viewer.mayRead(page));
}

function listPages(call: ConfluenceCall, path: string, spaceId: readonly string[]) {
  if (call.query['sort'] !== undefined) throw new NotModelled('sorting pages');
  const query = listQuery.parse(call.query);
  const withBody = wantsBody(query['body-format']);
  const found = pagesFor(call, { ...query, 'space-id': spaceId.length === 0 ? query['space-id'] : [...spaceId] });
  const page = pageOf(found, query, path, call.query);
  const results = page.results.map((one) => pageBean(one, call.viewer.getSpace(one.spaceId), withBody));
  return answer({ ...page, results }, { coreObjects: results.length });
}

/** GET /wiki/api/v2/pages: those that the reader may read. */
export const getPages: Operation = (call) => {
  if (call.query['subtype'] !== undefined) throw new NotModelled('subtypes of pages');
  return listPages(call, '/wiki/api/v2/pages', []);
};

/** GET /wiki/api/v2/spaces/{id}/pages */
export const getPagesInSpace: Operation = (call) => {
  if (call.query['depth'] === 'root') throw new NotModelled('the depth of pages');
  const { id } = call.viewer.getSpace(call.path['id'] ?? '');
  return listPages(call, `/wiki/api/v2/spaces/${id}/pages`, [id]);
};

/** GET /wiki/api/v2/pages/{id}/versions: the newest first. */
export const getPageVersions: Operation = (call) => {
  if (call.query['sort'] !== undefined) throw new NotModelled('sorting versions');
  const query = z.object({ 'body-format': bodyFormat, ...paging }).parse(call.query);
  const withBody = wantsBody(query['body-format']);
  const { id } = call.viewer.getPage(call.path['id'] ?? '');
  const page = pageOf(call.site.wiki.versions(id), query, `/wiki/api/v2/pages/${id}/versions`, call.query);
  const bean = (state: PageState) => ({
    ...versionBean(state.version),
    page: { id, title: state.title, body: bodyBean(state, withBody) },
  });
  return answer({ ...page, results: page.results.map(bean) }, { coreObjects: page.results.length });
};

/** GET /wiki/api/v2/pages/{id}/operations */
export const getPageOperations: Operation = (call) => {
  const operations = operationsOn(call, call.viewer.getPage(call.path['id'] ?? ''));
  return answer({ operations }, { identityObjects: operations.length });
};
