import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { importFile } from '../../import/importFile';
import { ImportRefused } from '../../import/problems';
import { failure, json } from '../http/answers';
import { readJson } from '../http/jsonBody';
import { Router } from '../http/router';
import { allIncomplete } from '../siteContext';
import { clockRequest, deliverRequest, faultRequest, invokeRequest, scheduleRequest } from './schemas';
import type { SiteContext } from '../siteContext';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function invoke({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, invokeRequest);
  if ('refusal' in read) return read.refusal;
  const { issue, ...call } = read.body;
  try {
    return json({ value: await sandbox.invoke({ ...call, ...(issue !== undefined && { issueIdOrKey: issue }) }) });
  } catch (error) {
    return failure(502, reasonOf(error));
  }
}

async function addFault({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, faultRequest);
  if ('refusal' in read) return read.refusal;
  sandbox.faults.add(read.body);
  return json({});
}

async function moveClock({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, clockRequest);
  if ('refusal' in read) return read.refusal;
  if ('set' in read.body) sandbox.clock.set(Date.parse(read.body.set));
  else sandbox.clock.advance(read.body.advance);
  return json({ now: new Date(sandbox.clock.now()).toISOString() });
}

async function runSchedule({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, scheduleRequest);
  if ('refusal' in read) return read.refusal;
  try {
    await sandbox.runSchedule(read.body.key);
    return json({});
  } catch (error) {
    return failure(502, reasonOf(error));
  }
}

async function deliver({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, deliverRequest);
  if ('refusal' in read) return read.refusal;
  try {
    await sandbox.deliver(read.body.event);
    return json({});
  } catch (error) {
    return failure(502, reasonOf(error));
  }
}

/** The body is the file itself, in either of the forms that `--import` reads. */
async function importProjects({ sandbox }: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, z.unknown());
  if ('refusal' in read) return read.refusal;
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-import-'));
  try {
    const file = path.join(folder, 'import.json');
    await writeFile(file, JSON.stringify(read.body));
    return json(await importFile(sandbox.site, file));
  } catch (error) {
    if (error instanceof ImportRefused) return json({ error: error.message, problems: error.problems }, 422);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function deleteIssue({ sandbox }: SiteContext, key: string): Response {
  if (sandbox.site.findIssue(key) === null) return failure(404, `The site has no issue "${key}".`);
  sandbox.site.deleteIssue(key);
  return json({});
}

/** The control API for scripts; `docs/sandbox.md` describes it. */
export function controlRoutes(site: SiteContext): Router {
  const { sandbox } = site;
  return new Router()
    .on('GET', '/__sandbox/meter.json', () =>
      json({
        total: sandbox.meter.total(),
        byName: sandbox.meter.byName(),
        byEndpoint: sandbox.meter.byEndpoint(),
        invocations: sandbox.meter.invocations(),
        bridgeCalls: sandbox.meter.bridgeCalls(),
        violations: [...site.violations],
      }),
    )
    .on('DELETE', '/__sandbox/meter.json', () => {
      sandbox.meter.reset();
      return json({});
    })
    .on('GET', '/__sandbox/notifications', () => json({ sent: sandbox.site.notifications.sent() }))
    .on('GET', '/__sandbox/incomplete', () => json({ incomplete: allIncomplete(site) }))
    .on('POST', '/__sandbox/invoke', (request) => invoke(site, request))
    .on('POST', '/__sandbox/faults', (request) => addFault(site, request))
    .on('DELETE', '/__sandbox/faults', () => {
      sandbox.faults.clear();
      return json({});
    })
    .on('GET', '/__sandbox/clock', () => json({ now: new Date(sandbox.clock.now()).toISOString() }))
    .on('POST', '/__sandbox/clock', (request) => moveClock(site, request))
    .on('POST', '/__sandbox/schedule', (request) => runSchedule(site, request))
    .on('POST', '/__sandbox/deliver', (request) => deliver(site, request))
    .on('POST', '/__sandbox/import', (request) => importProjects(site, request))
    .on('DELETE', '/__sandbox/issue/:key', (_request, { key = '' }) => deleteIssue(site, key));
}
