import path from 'node:path';
import { load } from 'cheerio/slim';
import { z } from 'zod';
import type { Sandbox } from '../../../sandbox/api';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { readSurfaces } from '../../../sandbox/web/surfaces';
import { wikiRoutes } from '../../../sandbox/web/wiki/wikiRoutes';
import { smallApp } from './app';
import { pageWith } from './support';

const BACKEND = 'exports.resolve = ({ context }) => context;';
const MANIFEST = `
app: { id: 'ari:cloud:ecosystem::app/macros' }
permissions: { scopes: [] }
modules:
  macro:
    - { key: plain, resource: ui, resolver: { function: resolver }, title: Plain }
    - { key: chosen, resource: ui, resolver: { function: resolver }, title: Chosen, config: { resource: ui, title: Choose } }
  function: [{ key: resolver, handler: index.resolve }]
resources: [{ key: ui, path: . }]
`;
const SITE = 'http://site.test';
const frameData = z.object({
  frames: z.array(
    z.looseObject({
      key: z.string(),
      place: z.object({ macro: z.object({ pageId: z.string(), localId: z.string(), mode: z.string() }) }),
      context: z.looseObject({ localId: z.string(), extension: z.looseObject({}) }),
      after: z.string().optional(),
    }),
  ),
});

describe("the pages of the sandbox's Confluence", () => {
  const app = smallApp(BACKEND, MANIFEST);
  let sandbox: Sandbox;
  let address: string;
  let pageId: string;

  async function ask(method: string, where: string, accountId: string, body?: string, type = 'text/plain') {
    const surfaces = readSurfaces(path.join(app.folder, 'manifest.yml'));
    const shared = { incompleteness: new Incompleteness(), violations: new Set<string>() };
    const routes = wikiRoutes({ sandbox, surfaces, siteOrigin: SITE, frameOrigin: 'http://frames.test', ...shared });
    const headers = { cookie: `sandbox_user=${accountId}`, origin: SITE, 'content-type': type };
    const request = new Request(`${SITE}${where}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const response = await routes.answer(request);
    if (!response) throw new Error(`Nothing answers ${where}`);
    return { status: response.status, location: response.headers.get('location'), $: load(await response.text()) };
  }
  const see = (where: string, accountId = 'sandbox-member') => ask('GET', where, accountId);
  const edit = (form: Readonly<Record<string, string>>, accountId = 'sandbox-member') =>
    ask('POST', `/wiki/spaces/HP/pages/edit-v2/${pageId}`, accountId, new URLSearchParams(form).toString());
  const framesOf = ({ $ }: Awaited<ReturnType<typeof see>>) =>
    frameData.parse(JSON.parse($('#frame-data').text())).frames;
  const submit = (place: unknown, config: unknown, accountId = 'sandbox-member') => {
    const body = JSON.stringify({ moduleKey: 'chosen', macro: place, config });
    return ask('POST', '/__site/wiki/macro', accountId, body, 'application/json');
  };

  beforeEach(async () => {
    sandbox = await app.open();
    pageId = sandbox.site.wiki.createPage({ space: 'HP', title: 'Mine', body: pageWith('text') }).id;
    address = `/wiki/spaces/HP/pages/${pageId}`;
  });
  afterEach(() => sandbox.close());
  afterAll(() => app.remove());

  it('list what each person may read', async () => {
    const titles = async (accountId: string) => {
      const { $ } = await see('/wiki/spaces/HP', accountId);
      return $('tbody a')
        .get()
        .map((link) => $(link).text());
    };
    const open = ['Release 1.1: what we agreed', '港口门户 1.1 版需求'];
    expect(await titles('sandbox-member')).toEqual([...open, 'Internal notes on release 1.1', 'Mine']);
    expect(await titles('sandbox-wiki-reader')).toEqual([...open, 'Mine']);
    expect((await see('/wiki/spaces/HP', 'sandbox-outsider')).status).toBe(404);
    expect((await see(address, 'sandbox-outsider')).status).toBe(404);
  });

  it('show what stands behind a smart link only to those who may see the issue', async () => {
    const page = sandbox.site.wiki.pages().find(({ title }) => title === 'Release 1.1: what we agreed');
    const where = `/wiki/spaces/HP/pages/${page?.id ?? ''}`;
    const text = async (accountId: string) => (await see(where, accountId)).$('.adf').text();
    const summary = sandbox.site.findIssue('HARBOR-3')?.summary ?? '';
    expect(await text('sandbox-reader')).toContain(`HARBOR-3: ${summary}`);
    expect(await text('sandbox-wiki-reader')).toContain('HARBOR-3');
    expect(await text('sandbox-wiki-reader')).not.toContain(summary);
  });

  it('insert a macro that has nothing to choose at once, and give its frame the context of its place', async () => {
    await edit({ insert: 'plain' });
    const [frame] = framesOf(await see(address, 'sandbox-wiki-reader'));
    expect(frame).toMatchObject({
      key: 'plain',
      place: { macro: { pageId, mode: 'view' } },
      context: {
        accountId: 'sandbox-wiki-reader',
        moduleKey: 'plain',
        extension: { type: 'macro', content: { id: pageId, type: 'page' }, space: { key: 'HP' }, isEditing: false },
      },
    });
    expect(frame?.context.localId).toBe(frame?.place.macro.localId);
  });

  it('configure a macro before it is inserted, and again, with each version a new one of the page', async () => {
    const { location } = await edit({ insert: 'chosen' });
    const [dialog] = framesOf(await see(location ?? ''));
    expect(dialog).toMatchObject({ after: `/wiki/spaces/HP/pages/edit-v2/${pageId}` });
    expect(dialog?.context.extension).toMatchObject({ macro: { isConfiguring: true, isInserting: true } });
    await submit(dialog?.place.macro, { title: 'One', columns: ['key'] });
    const [placed] = framesOf(await see(address));
    expect(placed?.context.extension).toMatchObject({ config: { title: 'One', columns: ['key'] } });
    const again = await see(`/wiki/spaces/HP/pages/edit-v2/${pageId}?macro=${placed?.place.macro.localId ?? ''}`);
    expect(framesOf(again)[0]?.context.extension).toMatchObject({
      config: { title: 'One' },
      macro: { isInserting: false },
    });
    await submit(dialog?.place.macro, { title: 'Two' });
    expect(framesOf(await see(address))[0]?.context.extension['config']).toEqual({ title: 'Two' });
    expect(sandbox.site.wiki.findPage(pageId)?.version).toMatchObject({ number: 3, authorId: 'sandbox-member' });
    await edit({ remove: placed?.place.macro.localId ?? '' });
    expect(framesOf(await see(address))).toEqual([]);
  });

  it('give the resolver the configuration that the page holds, whatever the frame says', async () => {
    const place = { pageId, localId: 'mine', mode: 'configure' } as const;
    await submit(place, { title: 'Kept' });
    const call = { moduleKey: 'chosen', procedure: 'any', payload: { config: 'other' }, accountId: 'sandbox-reader' };
    const context = await sandbox.invoke({ ...call, macro: { ...place, mode: 'view' } });
    expect(context).toMatchObject({
      localId: 'mine',
      extension: { config: { title: 'Kept' }, content: { id: pageId } },
    });
  });

  it('refuse a configuration that the platform would not keep', async () => {
    const place = { pageId, localId: 'mine', mode: 'configure' };
    for (const config of [{ a: null }, { a: [['b']] }, { a: ['b', 1] }]) {
      expect((await submit(place, config)).status).toBe(400);
    }
    expect(framesOf(await see(address))).toEqual([]);
  });

  it('let only those edit who may', async () => {
    expect((await see(`/wiki/spaces/HP/pages/edit-v2/${pageId}`, 'sandbox-reader')).status).toBe(404);
    expect((await edit({ insert: 'plain' }, 'sandbox-reader')).status).toBe(404);
    expect((await submit({ pageId, localId: 'x', mode: 'configure' }, {}, 'sandbox-reader')).status).toBe(403);
    expect(sandbox.site.wiki.findPage(pageId)?.version.number).toBe(1);
  });
});
