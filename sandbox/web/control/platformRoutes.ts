import { growProject } from '../../sample/grownProject';
import { failure, json } from '../http/answers';
import { readJson } from '../http/jsonBody';
import { Router } from '../http/router';
import {
  eventsRequest,
  growRequest,
  queueRequest,
  quotaRequest,
  siteRequest,
  sqlRatesRequest,
} from './platformSchemas';
import { changeSite } from './siteChange';
import type { SiteContext } from '../siteContext';

async function change({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, siteRequest);
  if ('refusal' in read) return read.refusal;
  try {
    return json({ value: changeSite(sandbox.site, read.body) });
  } catch (error) {
    return failure(409, error instanceof Error ? error.message : String(error));
  }
}

async function events({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, eventsRequest);
  if ('refusal' in read) return read.refusal;
  if ('plan' in read.body) {
    sandbox.events.plan(read.body.plan);
    return json({ pending: sandbox.events.pending() });
  }
  const all = read.body.deliver === 'all';
  return json({ delivered: await (all ? sandbox.events.deliverAll() : sandbox.events.deliverDue()) });
}

async function queue({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, queueRequest);
  if ('refusal' in read) return read.refusal;
  if ('plan' in read.body) {
    sandbox.queue.plan(read.body.plan);
    return json({ pending: sandbox.queue.pending() });
  }
  return json({ delivered: await (read.body.deliver === 'all' ? sandbox.queue.drain() : sandbox.queue.runDue()) });
}

async function quota({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, quotaRequest);
  if ('refusal' in read) return read.refusal;
  const { product, ...change } = read.body;
  const chosen = product === 'jira' ? sandbox.quota : sandbox.confluenceQuota;
  chosen.set(change);
  return json(chosen.state());
}

async function sqlRates({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, sqlRatesRequest);
  if ('refusal' in read) return read.refusal;
  sandbox.sqlQuota.set(read.body);
  return json({});
}

async function grow({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, growRequest);
  if ('refusal' in read) return read.refusal;
  growProject(sandbox.site, { ...read.body, until: sandbox.clock.now() });
  return json({});
}

/** What the platform does with the app on its own, and the limits it sets: the other half of the control API. */
export function platformRoutes(site: SiteContext): Router {
  const { sandbox } = site;
  return new Router()
    .on('POST', '/__sandbox/site', (request) => change(site, request))
    .on('POST', '/__sandbox/grow', (request) => grow(site, request))
    .on('GET', '/__sandbox/events', () => json({ pending: sandbox.events.pending() }))
    .on('POST', '/__sandbox/events', (request) => events(site, request))
    .on('GET', '/__sandbox/queue', () => json({ pending: sandbox.queue.pending() }))
    .on('POST', '/__sandbox/queue', (request) => queue(site, request))
    .on('GET', '/__sandbox/schedules', () => json({ due: sandbox.schedules.due() }))
    .on('GET', '/__sandbox/quota', () => json(sandbox.quota.state()))
    .on('POST', '/__sandbox/quota', (request) => quota(site, request))
    .on('DELETE', '/__sandbox/quota', () => {
      sandbox.quota.reset();
      sandbox.confluenceQuota.reset();
      return json(sandbox.quota.state());
    })
    .on('POST', '/__sandbox/sql-rates', (request) => sqlRates(site, request));
}
