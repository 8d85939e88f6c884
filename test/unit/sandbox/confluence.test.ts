import { createClock } from '../../../sandbox/clock';
import { ConfluenceApi, loadConfluenceDocument } from '../../../sandbox/confluence/api';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { Quota } from '../../../sandbox/rest/quota';
import { PEOPLE } from '../../../sandbox/site/people';
import { SiteDatabase } from '../../../sandbox/site/store';
import { openApiDirectory } from '../../support/reference-data';
import { pageWith } from './support';

const SCOPES = ['read:page:confluence', 'write:page:confluence', 'read:space:confluence'];
const PAGES = '/wiki/api/v2/pages';

/** The same with and without Atlassian's documents: what they add is checked below. */
const folders = openApiDirectory === undefined ? [undefined] : [undefined, openApiDirectory];

describe.each(folders)("the sandbox's Confluence (documents: %s)", (folder) => {
  let site: SiteDatabase;
  let incompleteness: Incompleteness;
  let quota: Quota;
  let pageId: string;
  let hiddenId: string;

  interface Given {
    readonly scopes?: readonly string[];
    readonly body?: unknown;
  }
  const request = async (accountId: string | null, method: string, path: string, { scopes, body }: Given = {}) => {
    const document = await loadConfluenceDocument(folder);
    const clock = createClock();
    const options = { site, document, scopes: new Set(scopes ?? SCOPES), clock, quota, incompleteness };
    const call = new ConfluenceApi(options).plan({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      accountId,
      as: 'user',
    });
    const { response, points } = await call.perform();
    const text = await response.text();
    return {
      status: response.status,
      reason: response.headers.get('ratelimit-reason'),
      answer: (text === '' ? null : JSON.parse(text)) as unknown,
      points,
      what: call.what,
    };
  };
  const get = (accountId: string | null, path: string) => request(accountId, 'GET', path);

  beforeEach(() => {
    site = new SiteDatabase(null, PEOPLE);
    incompleteness = new Incompleteness();
    quota = new Quota(createClock(), 'confluence');
    const { wiki } = site;
    wiki.createSpace({ key: 'S', name: 'Space', by: 'sandbox-admin' });
    for (const [accountId, level] of [
      ['sandbox-admin', 'admin'],
      ['sandbox-member', 'edit'],
      ['sandbox-reader', 'read'],
      ['sandbox-wiki-reader', 'read'],
    ] as const) {
      wiki.setLevel('S', accountId, level);
    }
    pageId = wiki.createPage({ space: 'S', title: 'Open', body: pageWith('one'), by: 'sandbox-admin' }).id;
    const above = wiki.createPage({ space: 'S', title: 'Restricted', body: pageWith('two'), by: 'sandbox-admin' });
    wiki.restrictPage(above.id, { readers: ['sandbox-admin'] });
    const below = { space: 'S', title: 'Below it', body: pageWith('three'), parentId: above.id };
    hiddenId = wiki.createPage({ ...below, by: 'sandbox-admin' }).id;
  });
  afterEach(() => {
    site.close();
  });

  it.each([
    ['sandbox-admin', 200, 200],
    ['sandbox-member', 200, 404],
    ['sandbox-wiki-reader', 200, 404],
    ['sandbox-outsider', 404, 404],
    ['nobody', 401, 401],
    [null, 200, 404],
  ])('shows %s a page with %i and one below a restricted page with %i', async (accountId, open, hidden) => {
    expect((await get(accountId, `${PAGES}/${pageId}`)).status).toBe(open);
    expect((await get(accountId, `${PAGES}/${hiddenId}`)).status).toBe(hidden);
  });

  it('says the same of a page that is hidden and of one that does not exist', async () => {
    const hidden = await get('sandbox-reader', `${PAGES}/${hiddenId}`);
    const missing = await get('sandbox-reader', `${PAGES}/4711`);
    expect({ ...hidden, points: 0 }).toEqual({ ...missing, points: 0 });
    expect(hidden.answer).toEqual({ errors: [{ status: 404, code: 'NOT_FOUND', title: 'Not Found', detail: null }] });
  });

  it("gives the body as a text of Atlassian's document format, if asked, for two points", async () => {
    const bare = await get('sandbox-reader', `${PAGES}/${pageId}`);
    expect(bare).toMatchObject({ what: `GET ${PAGES}/{id}`, answer: { title: 'Open', version: { number: 1 } } });
    expect(bare.answer).toHaveProperty('body', {});
    const whole = await get('sandbox-reader', `${PAGES}/${pageId}?body-format=atlas_doc_format`);
    const value = JSON.stringify(pageWith('one'));
    expect(whole).toMatchObject({ points: 2, answer: { body: { atlas_doc_format: { value } } } });
    const rendered = await get('sandbox-reader', `${PAGES}/${pageId}?body-format=storage`);
    expect(rendered.status).toBe(400);
    expect(incompleteness.list()).toContain('The sandbox does not model the body format "storage".');
  });

  it('keeps every version', async () => {
    site.wiki.updatePage(pageId, { body: pageWith('changed'), message: 'why' }, { by: 'sandbox-member' });
    const now = await get('sandbox-reader', `${PAGES}/${pageId}`);
    expect(now.answer).toMatchObject({ version: { number: 2, message: 'why', authorId: 'sandbox-member' } });
    const then = await get('sandbox-reader', `${PAGES}/${pageId}?version=1&body-format=atlas_doc_format`);
    const value = JSON.stringify(pageWith('one'));
    expect(then.answer).toMatchObject({ status: 'historical', body: { atlas_doc_format: { value } } });
    const all = await get('sandbox-reader', `${PAGES}/${pageId}/versions`);
    expect(all).toMatchObject({ points: 3, answer: { results: [{ number: 2 }, { number: 1 }] } });
  });

  it('goes through the pages that the reader may read, with a cursor', async () => {
    const first = await get('sandbox-admin', `${PAGES}?limit=2`);
    expect(first.answer).toMatchObject({ results: [{ title: 'Open' }, { title: 'Restricted' }] });
    const { next } = (first.answer as { readonly _links: { readonly next: string } })._links;
    const second = await get('sandbox-admin', next);
    expect(second.answer).toMatchObject({ results: [{ title: 'Below it' }] });
    expect(second.answer).not.toHaveProperty('_links.next');
    const readers = await get('sandbox-reader', `/wiki/api/v2/spaces/${site.wiki.findSpace('S')?.id ?? ''}/pages`);
    expect(readers.answer).toMatchObject({ results: [{ title: 'Open' }] });
    expect((await get('sandbox-outsider', '/wiki/api/v2/spaces')).answer).toMatchObject({ results: [] });
  });

  it('writes content properties for those who may edit, each version after the one before', async () => {
    const path = `${PAGES}/${pageId}/properties`;
    const body = { key: 'countersign', value: { open: 2 } };
    expect((await request('sandbox-reader', 'POST', path, { body })).status).toBe(403);
    const made = await request('sandbox-member', 'POST', path, { body });
    expect(made).toMatchObject({ status: 200, points: 1, answer: { key: 'countersign', version: { number: 1 } } });
    expect((await request('sandbox-member', 'POST', path, { body })).status).toBe(409);
    const { id } = made.answer as { readonly id: string };
    const update = (number: number) => {
      return request('sandbox-member', 'PUT', `${path}/${id}`, { body: { ...body, value: 3, version: { number } } });
    };
    expect([(await update(1)).status, (await update(2)).status, (await update(2)).status]).toEqual([409, 200, 409]);
    const found = await get('sandbox-reader', `${path}?key=countersign`);
    expect(found.answer).toMatchObject({ results: [{ id, value: 3, version: { number: 2 } }] });
    const large = { key: 'large', value: 'x'.repeat(32 * 1024) };
    expect((await request('sandbox-member', 'POST', path, { body: large })).status).toBe(400);
    expect((await request('sandbox-member', 'DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await get('sandbox-reader', path)).answer).toMatchObject({ results: [] });
  });

  it('checks a permission in version 1, of others only for administrators', async () => {
    const path = `/wiki/rest/api/content/${pageId}/permission/check`;
    const check = async (asker: string, identifier: string, operation: string) => {
      const body = { subject: { type: 'user', identifier }, operation };
      const scopes = ['read:content.permission:confluence'];
      const { status, answer } = await request(asker, 'POST', path, { body, scopes });
      return status === 200 ? (answer as { readonly hasPermission: boolean }).hasPermission : status;
    };
    // The granular scope is one alternative of two, which only the document knows.
    if (folder === undefined) {
      expect(await check('sandbox-reader', 'sandbox-reader', 'read')).toBe(401);
      return;
    }
    expect(await check('sandbox-reader', 'sandbox-reader', 'read')).toBe(true);
    expect(await check('sandbox-reader', 'sandbox-reader', 'update')).toBe(false);
    expect(await check('sandbox-reader', 'sandbox-member', 'update')).toBe(403);
    expect(await check('sandbox-admin', 'sandbox-member', 'update')).toBe(true);
  });

  it('asks for the scopes of an operation', async () => {
    const scopes = ['read:space:confluence'];
    expect((await request('sandbox-admin', 'GET', `${PAGES}/${pageId}`, { scopes })).status).toBe(401);
  });

  it('refuses what its quota does not have, in its own name', async () => {
    quota.set({ used: 65_000 });
    expect(await get('sandbox-admin', `${PAGES}/${pageId}`)).toMatchObject({
      status: 429,
      reason: 'confluence-quota-global-based',
    });
  });

  it('knows no path that is not in the interface', async () => {
    expect((await get('sandbox-admin', '/wiki/api/v2/constructor')).status).toBe(404);
    expect((await get('sandbox-admin', '/wiki/rest/api/constructor')).status).toBe(404);
  });

  if (folder !== undefined) {
    it('answers 501 to what the documents have and it has not, and says so', async () => {
      const answers = [
        await request('sandbox-admin', 'GET', `/wiki/api/v2/pages/${pageId}/children`),
        await request('sandbox-admin', 'GET', '/wiki/rest/api/search?cql=type%3Dpage', {
          scopes: ['search:confluence'],
        }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([501, 501]);
      expect(incompleteness.list()).toEqual([
        "GET /wiki/api/v2/pages/{id}/children is part of Confluence's API, but the sandbox does not model it.",
        "GET /wiki/rest/api/search is part of Confluence's API, but the sandbox does not model it.",
      ]);
    });

    it('checks requests against the documents', async () => {
      expect((await get('sandbox-admin', `${PAGES}/not-a-number`)).status).toBe(400);
      expect((await get('sandbox-admin', `${PAGES}?limit=251`)).status).toBe(400);
    });
  }
});
