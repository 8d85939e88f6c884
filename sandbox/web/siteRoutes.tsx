import { renderToStaticMarkup } from 'react-dom/server';
import { seeOther } from './http/answers';
import { Router } from './http/router';
import { IssueListPage } from './pages/IssueListPage';
import { IssuePage } from './pages/IssuePage';
import { MessagePage } from './pages/MessagePage';
import { MeterPage } from './pages/MeterPage';
import { NotificationsPage } from './pages/NotificationsPage';
import { ProjectListPage } from './pages/ProjectListPage';
import { AdministrationPage, ProjectSettingsPage } from './pages/SettingsPages';
import { adminPage, panelsFor, projectSettingsPage } from './panels';
import { choiceCookies } from './preferences';
import { allIncomplete, pageContextFor } from './siteContext';
import { findVisibleIssue, findVisibleProject } from './visibility';
import type { ReactElement } from 'react';
import type { RouteParams } from './http/router';
import type { PageContext } from './pageContext';
import type { SiteContext } from './siteContext';

/** A page of the site, with its content security policy. */
export function html({ frameOrigin }: SiteContext, page: ReactElement, status = 200): Response {
  const policy = [
    "default-src 'self'",
    `frame-src ${frameOrigin}`,
    `img-src 'self' data: ${frameOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Jira's answer for what does not exist and for what the viewer may not see: the two must look the same. */
export function notFound(site: SiteContext, page: PageContext, what: 'issue' | 'page'): Response {
  const { t } = page;
  const message = (
    <MessagePage
      page={page}
      title={t('missing.title')}
      heading={t(`missing.${what}`)}
      body={t(`missing.${what}Body`)}
    />
  );
  return html(site, message, 404);
}

export function failed(site: SiteContext, page: PageContext): Response {
  const { t } = page;
  return html(
    site,
    <MessagePage page={page} title={t('failed.title')} heading={t('failed.title')} body={t('failed.body')} />,
    500,
  );
}

function issueList(site: SiteContext, request: Request, key: string): Response {
  const page = pageContextFor(request, site);
  const project = findVisibleProject(site.sandbox.site, page.viewer, key);
  if (project === null) return notFound(site, page, 'page');
  const query = new URL(request.url).searchParams;
  const number = Number(query.get('page') ?? '1');
  const pageNumber = Number.isInteger(number) && number > 0 ? number : 1;
  const search = (query.get('q') ?? '').trim();
  return html(site, <IssueListPage page={page} project={project} search={search} pageNumber={pageNumber} />);
}

async function issueView(site: SiteContext, request: Request, key: string): Promise<Response> {
  const page = pageContextFor(request, site);
  const issue = findVisibleIssue(site.sandbox.site, page.viewer, key);
  const project = issue === null ? null : site.sandbox.site.findProject(issue.projectId);
  if (issue === null || project === null) return notFound(site, page, 'issue');
  const shown = await panelsFor(page, issue, site);
  return html(site, <IssuePage page={page} project={project} issue={issue} shown={shown} />);
}

async function projectSettings(
  site: SiteContext,
  request: Request,
  { key = '', page: module = '', route }: RouteParams,
): Promise<Response> {
  const page = pageContextFor(request, site);
  const found = findVisibleProject(site.sandbox.site, page.viewer, key);
  const link = found === null ? undefined : page.settingsPagesOf(found).find((each) => each.key === module);
  if (found === null || link === undefined) return notFound(site, page, 'page');
  if (route !== undefined && !link.pages.some((each) => each.route === route)) return notFound(site, page, 'page');
  const shown = await projectSettingsPage(page, found, module, site);
  if (shown === null) return notFound(site, page, 'page');
  return html(site, <ProjectSettingsPage page={page} project={found} shown={shown} link={link} route={route} />);
}

async function administration(
  site: SiteContext,
  request: Request,
  { page: module = '', route }: RouteParams,
): Promise<Response> {
  const page = pageContextFor(request, site);
  const link = page.adminPages.find((each) => each.key === module);
  const shown = await adminPage(page, module, site);
  if (link === undefined || shown === null) return notFound(site, page, 'page');
  if (route !== undefined && !link.pages.some((each) => each.route === route)) return notFound(site, page, 'page');
  return html(site, <AdministrationPage page={page} shown={shown} link={link} route={route} />);
}

function meter(site: SiteContext, request: Request): Response {
  const usage = {
    total: site.sandbox.meter.total(),
    names: site.sandbox.meter.byName(),
    endpoints: site.sandbox.meter.byEndpoint(),
    invocations: site.sandbox.meter.invocations(),
    bridgeCalls: site.sandbox.meter.bridgeCalls(),
    incomplete: allIncomplete(site),
    violations: [...site.violations],
  };
  return html(site, <MeterPage page={pageContextFor(request, site)} usage={usage} />);
}

function notifications(site: SiteContext, request: Request): Response {
  const page = pageContextFor(request, site);
  const sent = site.sandbox.site.notifications.sent(page.viewer.accountId);
  return html(site, <NotificationsPage page={page} sent={sent} />);
}

async function choose(site: SiteContext, request: Request): Promise<Response> {
  if (request.headers.get('origin') !== site.siteOrigin) return new Response('Not from this site', { status: 403 });
  const form = new URLSearchParams(await request.text());
  const back = new URL(form.get('back') ?? '/projects', site.siteOrigin);
  const target = back.origin === site.siteOrigin ? back.pathname + back.search : '/projects';
  return seeOther(target, choiceCookies(form, site.sandbox.site));
}

/** The pages that people open. */
export function siteRoutes(site: SiteContext): Router {
  return new Router()
    .on('GET', '/', () => seeOther('/projects'))
    .on('GET', '/projects', (request) => html(site, <ProjectListPage page={pageContextFor(request, site)} />))
    .on('GET', '/projects/:key', (request, { key = '' }) => issueList(site, request, key))
    .on('GET', '/projects/:key/settings/:page', (request, wanted) => projectSettings(site, request, wanted))
    .on('GET', '/projects/:key/settings/:page/:route', (request, wanted) => projectSettings(site, request, wanted))
    .on('GET', '/admin/:page', (request, wanted) => administration(site, request, wanted))
    .on('GET', '/admin/:page/:route', (request, wanted) => administration(site, request, wanted))
    .on('GET', '/browse/:key', (request, { key = '' }) => issueView(site, request, key))
    .on('GET', '/notifications', (request) => notifications(site, request))
    .on('GET', '/__sandbox/meter', (request) => meter(site, request))
    .on('POST', '/__site/preferences', (request) => choose(site, request));
}
