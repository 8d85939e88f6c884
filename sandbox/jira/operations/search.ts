import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Issue } from '../../api';
import { answer, JiraRefusal, NotModelled } from '../answer';
import { issueBean, type BeanRequest } from '../beans/issueBean';
import { compileJql } from '../jql/compile';
import { commaList, type JiraCall, type Operation } from '../operation';

/** Issues on a page: with fields, and with ids and keys only. */
const MOST_WITH_FIELDS = 100;
const MOST_IDS = 5_000;
const SITE_ZONE = 'UTC';
const BARE = new Set(['id', 'key']);

const searchRequest = z.object({
  jql: z.string().default(''),
  nextPageToken: z.string().nullish(),
  maxResults: z.coerce.number().int().min(0).default(50),
  fields: commaList,
  expand: commaList,
  properties: commaList,
  reconcileIssues: z.array(z.coerce.number()).max(50).default([]),
});
const token = z.object({ query: z.string(), after: z.array(z.union([z.string(), z.number()])) });

function askerOf({ site, viewer, now }: JiraCall) {
  const person = viewer.accountId === null ? null : site.findPerson(viewer.accountId);
  return { site, viewer, now, zone: person?.timeZone ?? SITE_ZONE };
}

function fingerprint(jql: string): string {
  return createHash('sha256').update(jql).digest('base64url').slice(0, 12);
}

function readToken(text: string, jql: string): readonly (string | number)[] {
  try {
    const { query, after } = token.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (query === fingerprint(jql)) return after;
  } catch {
    // Whatever it is, it is no token of this search.
  }
  throw new JiraRefusal(400, 'The provided next page token is invalid.');
}

function shown(call: JiraCall, { fields, expand }: BeanRequest): (issue: Issue) => unknown {
  const bare = fields.every((field) => BARE.has(field)) && expand.length === 0;
  if (bare && !fields.includes('key')) return ({ id }) => ({ id });
  return (issue) => issueBean(call, issue, { fields: fields.length === 0 ? ['id'] : fields, expand });
}

/** GET and POST /rest/api/3/search/jql: a page of issues; there is no total, and a page may be asked for once more. */
function searchWith(call: JiraCall, given: unknown) {
  const { jql, nextPageToken, maxResults, fields, expand, properties } = searchRequest.parse(given);
  if (properties.length > 0) throw new NotModelled('issue properties in a search');
  const { where, order } = compileJql(jql, askerOf(call));
  const onlyIds = fields.every((field) => BARE.has(field)) && expand.length === 0;
  const limit = Math.min(maxResults, onlyIds ? MOST_IDS : MOST_WITH_FIELDS);
  const after = typeof nextPageToken === 'string' ? readToken(nextPageToken, jql) : null;
  const found = call.site.search({ where, order, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const isLast = found.length <= limit;
  const next = { query: fingerprint(jql), after: page.at(-1)?.at ?? [] };
  const body = {
    issues: page.map(({ issue }) => shown(call, { fields, expand })(issue)),
    ...(isLast ? {} : { nextPageToken: Buffer.from(JSON.stringify(next)).toString('base64url') }),
    isLast,
  };
  return answer(body, { coreObjects: page.length });
}

export const searchByQuery: Operation = (call) => searchWith(call, call.query);
export const searchByBody: Operation = (call) => searchWith(call, call.body);

/** POST /rest/api/3/search/approximate-count: exact here. */
export const countIssues: Operation = (call) => {
  const { jql } = searchRequest.parse(call.body);
  return answer({ count: call.site.count(compileJql(jql, askerOf(call)).where) });
};
