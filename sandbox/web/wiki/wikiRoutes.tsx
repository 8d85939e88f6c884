import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { macroConfig, macrosIn, reconfigured, withMacro } from '../../forge/macros';
import { failure, json, seeOther } from '../http/answers';
import { readJson } from '../http/jsonBody';
import { Router } from '../http/router';
import { pageContextFor } from '../siteContext';
import { html, notFound } from '../siteRoutes';
import { MessagePage } from '../pages/MessagePage';
import { editAddress, findVisiblePage, pageAddress, visibleSpaces } from './access';
import { bylinesOn } from './byline';
import { macroFrame, macrosOn } from './macros';
import { findChromium, printPage } from './pdf';
import { SpaceListPage, SpacePage } from './SpacePages';
import { WikiConfigurePage, WikiEditPage, WikiExportPage, WikiPageView } from './WikiPages';
import type { MacroPlace, WikiPage } from '../../api';
import type { RouteParams } from '../http/router';
import type { PageContext } from '../pageContext';
import type { SiteContext } from '../siteContext';
import type { MacroModule } from '../surfaces';

const submission = z.strictObject({
  moduleKey: z.string(),
  macro: z.strictObject({ pageId: z.string(), localId: z.string(), mode: z.literal('configure') }),
  config: macroConfig,
});

function find(site: SiteContext, page: PageContext, { key = '', id = '' }: RouteParams) {
  return findVisiblePage(site.sandbox.site, page.viewer, { key, id });
}

function spaceView(site: SiteContext, request: Request, key: string): Response {
  const page = pageContextFor(request, site);
  const space = visibleSpaces(site.sandbox.site, page.viewer).find((candidate) => candidate.key === key);
  return space ? html(site, <SpacePage page={page} space={space} />) : notFound(site, page, 'page');
}

async function pageView(site: SiteContext, request: Request, params: RouteParams): Promise<Response> {
  const page = pageContextFor(request, site);
  const found = find(site, page, params);
  if (found === null) return notFound(site, page, 'page');
  const [macros, bylines] = await Promise.all([
    macrosOn(site, page, found.wikiPage),
    bylinesOn(site, page, found.wikiPage),
  ]);
  const onUnknown = (type: string) => {
    site.incompleteness.add(`The node "${type}" in a page is not drawn.`);
  };
  return html(site, <WikiPageView page={page} {...found} macros={macros} bylines={bylines} onUnknown={onUnknown} />);
}

const exportedDocument = z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });

/** What an export would hold: each macro is asked for its document. */
async function exportView(site: SiteContext, request: Request, params: RouteParams): Promise<Response> {
  const page = pageContextFor(request, site);
  const found = find(site, page, params);
  if (found === null) return notFound(site, page, 'page');
  const documents = new Map<string, readonly unknown[]>();
  for (const { moduleKey, localId } of macrosIn(found.wikiPage.body)) {
    if (!site.surfaces.macros.some(({ key }) => key === moduleKey)) continue;
    const place: MacroPlace = { pageId: found.wikiPage.id, localId, mode: 'view' };
    const given = await site.sandbox.exportMacro(moduleKey, place, page.locale);
    if (given !== null) documents.set(localId, exportedDocument.parse(given).content);
  }
  const onUnknown = (type: string) => {
    site.incompleteness.add(`The node "${type}" in an export is not drawn.`);
  };
  return html(site, <WikiExportPage page={page} {...found} documents={documents} onUnknown={onUnknown} />);
}

/** The export as a file; without a Chromium on this machine the page says how to get one. */
async function exportFile(site: SiteContext, request: Request, params: RouteParams): Promise<Response> {
  const page = pageContextFor(request, site);
  const found = find(site, page, params);
  if (found === null) return notFound(site, page, 'page');
  const executable = findChromium();
  if (executable === null) {
    const { t } = page;
    const message = (
      <MessagePage page={page} title={t('wiki.pdf')} heading={t('wiki.pdf')} body={t('wiki.noChromium')} />
    );
    return html(site, message, 501);
  }
  const cookies = { sandbox_user: page.viewer.accountId, sandbox_language: page.locale, sandbox_theme: 'light' };
  const url = `${site.siteOrigin}${pageAddress(found.space, found.wikiPage)}/export`;
  const name = encodeURIComponent(`${found.wikiPage.title}.pdf`);
  return new Response(await printPage({ executable, url, cookies }), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename*=UTF-8''${name}` },
  });
}

function moduleOf(site: SiteContext, wikiPage: WikiPage, localId: string, inserted: string | null): MacroModule | null {
  const placed = macrosIn(wikiPage.body).find((macro) => macro.localId === localId);
  const wanted = placed?.moduleKey ?? inserted;
  return site.surfaces.macros.find(({ key }) => key === wanted) ?? null;
}

/** The editor, or the dialog of one macro in it when the address names one. */
async function editor(site: SiteContext, request: Request, params: RouteParams): Promise<Response> {
  const page = pageContextFor(request, site);
  const found = find(site, page, params);
  if (found === null || !page.site.wiki.mayEdit(page.viewer.accountId, found.wikiPage)) {
    return notFound(site, page, 'page');
  }
  const titleOf = ({ title }: MacroModule) => site.surfaces.translate(title, page.locale);
  const query = new URL(request.url).searchParams;
  const localId = query.get('macro');
  if (localId === null) {
    return html(site, <WikiEditPage page={page} {...found} modules={site.surfaces.macros} titleOf={titleOf} />);
  }
  const module = moduleOf(site, found.wikiPage, localId, query.get('insert'));
  if (!module?.configuration) return notFound(site, page, 'page');
  const place: MacroPlace = { pageId: found.wikiPage.id, localId, mode: 'configure' };
  const dialog = await macroFrame(site, page, {
    module,
    file: module.configuration.page,
    place,
    title: site.surfaces.translate(module.configuration.title, page.locale),
    after: editAddress(found.space, found.wikiPage),
  });
  return html(site, <WikiConfigurePage page={page} {...found} dialog={dialog} />);
}

/** Inserts a macro or takes one out; one with a configuration is configured before it stands in the page. */
async function changeMacros(site: SiteContext, request: Request, params: RouteParams): Promise<Response> {
  if (request.headers.get('origin') !== site.siteOrigin) return new Response('Not from this site', { status: 403 });
  const page = pageContextFor(request, site);
  const found = find(site, page, params);
  const { wiki } = site.sandbox.site;
  if (found === null || !wiki.mayEdit(page.viewer.accountId, found.wikiPage)) return notFound(site, page, 'page');
  const { space, wikiPage } = found;
  const form = new URLSearchParams(await request.text());
  const [inserted, removed] = [form.get('insert'), form.get('remove')];
  const { appId } = site.sandbox;
  const by = { by: page.viewer.accountId };
  if (removed !== null && macrosIn(wikiPage.body).some(({ localId }) => localId === removed)) {
    wiki.updatePage(wikiPage.id, { body: reconfigured(wikiPage.body, appId, removed, null) }, by);
  }
  const module = site.surfaces.macros.find(({ key }) => key === inserted);
  if (!module) return seeOther(editAddress(space, wikiPage));
  const localId = randomUUID();
  if (module.configuration) {
    const query = new URLSearchParams({ macro: localId, insert: module.key });
    return seeOther(`${editAddress(space, wikiPage)}?${query.toString()}`);
  }
  const body = withMacro(wikiPage.body, appId, { moduleKey: module.key, localId, config: {} });
  wiki.updatePage(wikiPage.id, { body }, by);
  return seeOther(editAddress(space, wikiPage));
}

/** Takes in what a configuration's page submits. */
async function submit(site: SiteContext, request: Request): Promise<Response> {
  const read = await readJson(request, submission);
  if ('refusal' in read) return read.refusal;
  const { moduleKey, macro, config } = read.body;
  const { wiki } = site.sandbox.site;
  const { viewer } = pageContextFor(request, site);
  const wikiPage = wiki.findPage(macro.pageId);
  if (!wikiPage || !wiki.mayEdit(viewer.accountId, wikiPage)) return failure(403, 'The page cannot be edited.');
  const { appId } = site.sandbox;
  const stands = macrosIn(wikiPage.body).some(({ localId }) => localId === macro.localId);
  const body = stands
    ? reconfigured(wikiPage.body, appId, macro.localId, config)
    : withMacro(wikiPage.body, appId, { moduleKey, localId: macro.localId, config });
  wiki.updatePage(wikiPage.id, { body }, { by: viewer.accountId });
  return json({ value: true });
}

/** The pages of the site's Confluence. */
export function wikiRoutes(site: SiteContext): Router {
  const page = '/wiki/spaces/:key/pages';
  return new Router()
    .on('GET', '/wiki', (request) => html(site, <SpaceListPage page={pageContextFor(request, site)} />))
    .on('GET', '/wiki/spaces/:key', (request, { key = '' }) => spaceView(site, request, key))
    .on('GET', `${page}/edit-v2/:id`, (request, params) => editor(site, request, params))
    .on('POST', `${page}/edit-v2/:id`, (request, params) => changeMacros(site, request, params))
    .on('GET', `${page}/:id/export`, (request, params) => exportView(site, request, params))
    .on('GET', `${page}/:id/export/pdf`, (request, params) => exportFile(site, request, params))
    .on('GET', `${page}/:id`, (request, params) => pageView(site, request, params))
    .on('GET', `${page}/:id/*`, (request, params) => pageView(site, request, params))
    .on('POST', '/__site/wiki/macro', (request) => submit(site, request));
}
