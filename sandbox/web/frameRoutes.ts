import { z } from 'zod';
import { serveResource } from './frame/assets';
import { VIOLATION_PATH } from './frame/documents';
import { Router } from './http/router';
import type { SiteContext } from './siteContext';

const violationReport = z.object({
  'csp-report': z.object({
    'document-uri': z.string().default(''),
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().default(''),
    'blocked-uri': z.string().default(''),
  }),
});

async function noteViolation({ violations }: SiteContext, request: Request): Promise<Response> {
  const parsed = violationReport.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response(null, { status: 400 });
  const report = parsed.data['csp-report'];
  const directive = report['effective-directive'] ?? report['violated-directive'];
  violations.add(`${directive} blocked ${report['blocked-uri']} in ${report['document-uri']}`);
  return new Response(null, { status: 204 });
}

/** What the app's frames may load, on an origin of their own as on the platform. */
export function frameRoutes(site: SiteContext): Router {
  return new Router()
    .on('GET', '/app/:resource/*', async (_request, { resource = '', rest = '' }) => {
      const response = await serveResource(site.surfaces, { resource, file: rest }, site.siteOrigin);
      return response ?? new Response('Not found', { status: 404 });
    })
    .on('POST', VIOLATION_PATH, (request) => noteViolation(site, request));
}
