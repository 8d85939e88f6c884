import { z } from 'zod';
import { json } from './http/answers';
import { readJson } from './http/jsonBody';
import { Router } from './http/router';
import { readPreferences } from './preferences';
import type { ShownAt } from '../api';
import type { SiteContext } from './siteContext';

const invocation = z.object({
  moduleKey: z.string(),
  place: z.union([
    z.strictObject({ issueId: z.string() }),
    z.strictObject({ projectId: z.string() }),
    z.strictObject({ pageId: z.string() }),
    // A page of the site's administration stands nowhere in particular.
    z.strictObject({}),
    z.strictObject({
      macro: z.strictObject({ pageId: z.string(), localId: z.string(), mode: z.enum(['view', 'configure']) }),
    }),
  ]),
  procedure: z.string(),
  payload: z.unknown(),
});
const productRequest = z.object({
  product: z.enum(['jira', 'confluence']),
  method: z.string(),
  path: z.string().regex(/^\/(?:rest|wiki)\//u),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
});
const unknownOperation = z.object({ operation: z.string().max(200) });

function shownAt(place: z.output<typeof invocation>['place']): ShownAt {
  if ('macro' in place || 'pageId' in place) return place;
  if ('issueId' in place) return { issueIdOrKey: place.issueId };
  return 'projectId' in place ? { projectIdOrKey: place.projectId } : {};
}

async function invoke({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, invocation);
  if ('refusal' in read) return read.refusal;
  const { moduleKey, place, procedure, payload } = read.body;
  const { accountId } = readPreferences(request, sandbox.site).viewer;
  try {
    return json({ value: await sandbox.invoke({ moduleKey, procedure, payload, accountId, ...shownAt(place) }) });
  } catch (error) {
    // The platform's own words around the message of what the function threw.
    const reason = error instanceof Error ? error.message : String(error);
    return json({ error: `There was an error invoking the function - ${reason}` });
  }
}

async function requestProduct({ sandbox, incompleteness }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, productRequest);
  if ('refusal' in read) return read.refusal;
  const { accountId } = readPreferences(request, sandbox.site).viewer;
  const { product, ...wanted } = read.body;
  const sent = { ...wanted, accountId };
  const answer = await (product === 'jira' ? sandbox.requestJira(sent) : sandbox.requestConfluence(sent));
  const type = answer.headers.get('content-type') ?? '';
  if (answer.body !== null && !/json|^text\//u.test(type)) {
    incompleteness.add(`A page asked for "${type}": the bridge models text and JSON only.`);
    return json({ error: 'The sandbox does not model attachments.' });
  }
  const { status, statusText, headers } = answer;
  const body = await answer.text();
  return json({ value: { body, headers: Object.fromEntries(headers), status, statusText, isAttachment: false } });
}

async function noteUnknown({ incompleteness }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, unknownOperation);
  if ('refusal' in read) return read.refusal;
  incompleteness.add(`The bridge operation "${read.body.operation}" is not modelled.`);
  return json({});
}

/** What the site's script asks for on behalf of a frame, as the person whom the cookie names. */
export function bridgeRoutes(site: SiteContext): Router {
  return new Router()
    .on('POST', '/__site/bridge/invoke', (request) => invoke(site, request))
    .on('POST', '/__site/bridge/product', (request) => requestProduct(site, request))
    .on('POST', '/__site/bridge/unknown', (request) => noteUnknown(site, request));
}
