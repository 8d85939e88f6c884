import { createClock } from '../../../sandbox/clock';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { JiraApi } from '../../../sandbox/jira/api';
import { loadDocument } from '../../../sandbox/jira/document';
import { Quota } from '../../../sandbox/rest/quota';
import { PEOPLE } from '../../../sandbox/site/people';
import { SiteDatabase } from '../../../sandbox/site/store';
import { openApiDirectory } from '../../support/reference-data';
import { aProject, anIssue } from './support';

const DECLARED = [
  { key: 'figures', path: 'open', type: 'number', alias: 'openThings' },
  { key: 'figures', path: 'worst.tier', type: 'string', alias: 'worstTier' },
  { key: 'figures', path: 'note', type: 'text', alias: 'note' },
] as const;

interface Asked {
  readonly as?: string | null;
  readonly body?: unknown;
  readonly scopes?: readonly string[];
}

let site: SiteDatabase;
let quota: Quota;
let incompleteness: Incompleteness;

async function ask(method: string, path: string, { as = null, body, scopes }: Asked = {}) {
  const clock = createClock();
  const document = await loadDocument(openApiDirectory);
  const granted = new Set(scopes ?? ['read:jira-work', 'write:jira-work']);
  const api = new JiraApi({ site, document, scopes: granted, clock, quota, incompleteness });
  const text = body === undefined ? null : JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  const planned = api.plan({
    method,
    path: `/rest/api/3/${path}`,
    headers,
    body: text,
    accountId: as,
    as: as === null ? 'app' : 'user',
  });
  const { response, points } = await planned.perform();
  const answered = await response.text();
  return { status: response.status, points, answer: answered === '' ? null : (JSON.parse(answered) as unknown) };
}

const put = (issue: string, body: unknown, as: string | null = null) =>
  ask('PUT', `issue/${issue}/properties/figures`, { as, body });

beforeEach(() => {
  site = new SiteDatabase(null, PEOPLE);
  quota = new Quota(createClock());
  incompleteness = new Incompleteness();
  site.replaceProjects([aProject('P', [anIssue('P-1'), anIssue('P-2'), anIssue('P-3', { restricted: true })])]);
  site.properties.index(DECLARED);
});
afterEach(() => {
  site.close();
});

describe('an issue property', () => {
  it('is made, changed, read and removed, a point for each writing', async () => {
    expect(await put('P-1', { open: 1 })).toEqual({ status: 201, points: 1, answer: null });
    expect(await put('P-1', { open: 2 })).toEqual({ status: 200, points: 1, answer: null });
    const { answer } = await ask('GET', 'issue/P-1/properties/figures');
    expect(answer).toEqual({ key: 'figures', value: { open: 2 } });
    expect((await ask('GET', 'issue/P-1/properties')).answer).toMatchObject({ keys: [{ key: 'figures' }] });
    expect((await ask('DELETE', 'issue/P-1/properties/figures')).status).toBe(204);
    expect((await ask('GET', 'issue/P-1/properties/figures')).status).toBe(404);
  });

  it.each([
    ['sandbox-member', 'P-1', 201],
    ['sandbox-member', 'P-3', 201],
    ['sandbox-reader', 'P-1', 403],
    ['sandbox-reader', 'P-3', 404],
    ['sandbox-outsider', 'P-1', 404],
    [null, 'P-3', 201],
    [null, 'P-9', 404],
  ])('is written by %s on %s with %i', async (as, issue, status) => {
    expect((await put(issue, { open: 1 }, as)).status).toBe(status);
  });

  it('is not written on what is archived, whoever asks, nor without the scope', async () => {
    site.archiveIssue('P-1');
    expect((await put('P-1', { open: 1 })).status).toBe(403);
    const body = { open: 1 };
    const refused = await ask('PUT', 'issue/P-2/properties/figures', { body, scopes: ['read:jira-work'] });
    expect(refused.status).toBe(401);
  });

  it('has 32,768 characters at most', async () => {
    expect((await put('P-1', 'x'.repeat(32_766))).status).toBe(201);
    expect((await put('P-1', 'x'.repeat(32_767))).status).toBe(400);
  });

  it('is not written when the hour is spent', async () => {
    quota.set({ used: 65_000 });
    expect((await put('P-1', { open: 1 })).status).toBe(429);
    expect(site.properties.find(site.findIssue('P-1')?.id ?? '', 'figures')).toBeUndefined();
  });

  it('leaves the issue as it was, and goes with it', async () => {
    const before = site.findIssue('P-1');
    await put('P-1', { open: 1 });
    expect(site.findIssue('P-1')).toEqual(before);
    site.deleteIssue('P-1');
    expect(site.properties.keys(before?.id ?? '')).toEqual([]);
  });
});

describe('a search for declared properties', () => {
  const keys = async (jql: string, as: string | null = null) => {
    const { answer, status } = await ask('POST', 'search/jql', { body: { jql, fields: ['key'] }, as });
    if (status !== 200) return status;
    return (answer as { readonly issues: readonly { readonly key: string }[] }).issues.map(({ key }) => key);
  };

  beforeEach(async () => {
    await put('P-1', { open: 1, worst: { tier: 'none' } });
    await put('P-3', { open: 3, worst: { tier: "o'major" } });
  });

  it.each([
    ['openThings > 0 ORDER BY openThings DESC', ['P-3', 'P-1']],
    ['OPENTHINGS = 1', ['P-1']],
    ['openThings in (2, 3)', ['P-3']],
    ['openThings is empty', ['P-2']],
    ['openThings != 1', ['P-3']],
    ['project = P AND openThings <= 1', ['P-1']],
    ["issue.property['figures'].open >= 2", ['P-3']],
    ['issue.property[figures].worst.tier = none', ['P-1']],
    ['worstTier = "o\'major"', ['P-3']],
    ['worstTier is not empty ORDER BY worstTier ASC', ['P-1', 'P-3']],
  ])('%s', async (jql, found) => {
    expect(await keys(jql)).toEqual(found);
  });

  it('finds nothing that the asker may not see', async () => {
    expect(await keys('openThings > 0', 'sandbox-reader')).toEqual(['P-1']);
  });

  it('refuses what Jira refuses, and reports what only the sandbox cannot', async () => {
    expect(await keys('openThings = many')).toBe(400);
    expect(incompleteness.list()).toEqual([]);
    expect(await keys('issue.property[figures].other = 1')).toBe(400);
    expect(await keys('note ~ tide')).toBe(400);
    expect(incompleteness.list()).toHaveLength(2);
  });
});
