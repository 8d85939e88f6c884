import { z } from 'zod';
import { answer, NotModelled } from '../answer';
import { spaceBean } from '../beans';
import { list, pageOf, paging, refuseFlags, type Operation } from '../operation';

const INCLUDED = [
  'include-icon',
  'include-operations',
  'include-properties',
  'include-permissions',
  'include-role-assignments',
  'include-labels',
];
const FILTERS = ['type', 'status', 'labels', 'favorited-by', 'not-favorited-by', 'sort'];

/** GET /wiki/api/v2/spaces: those in which the reader may read. */
export const getSpaces: Operation = ({ site, viewer, query: given }) => {
  refuseFlags(given, INCLUDED);
  const filter = FILTERS.find((name) => given[name] !== undefined);
  if (filter !== undefined) throw new NotModelled(`the parameter "${filter}" of spaces`);
  const query = z.object({ ids: list, keys: list, ...paging }).parse(given);
  const found = site.wiki
    .spaces()
    .filter(({ id }) => query.ids.length === 0 || query.ids.includes(id))
    .filter(({ key }) => query.keys.length === 0 || query.keys.includes(key))
    .filter((space) => viewer.maySee(space));
  const page = pageOf(found, query, '/wiki/api/v2/spaces', given);
  return answer({ ...page, results: page.results.map(spaceBean) }, { coreObjects: page.results.length });
};

/** GET /wiki/api/v2/spaces/{id} */
export const getSpaceById: Operation = ({ viewer, path, query }) => {
  refuseFlags(query, INCLUDED);
  return answer(spaceBean(viewer.getSpace(path['id'] ?? '')), { coreObjects: 1 });
};
