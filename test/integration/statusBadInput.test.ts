import { randomUUID } from 'node:crypto';
import { growProject } from '../../sandbox/sample/grownProject';
import { paragraph, smartLink } from '../../sandbox/sample/adf';
import type { ProcedurePayload } from '../../src/contract/procedures';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

type Source = ProcedurePayload<'summary.show'>;

let app: PreparedSandbox;
const caller = (as: string) => ({ as, on: app.sandbox.site.findIssue('HARBOR-2')?.id ?? '' });
const show = (source: Source, as: string = PEOPLE.reader) => app.succeed('summary.show', source, caller(as));
const refuse = (source: Source, as: string = PEOPLE.reader) => app.refuse('summary.show', source, caller(as));

function aPage(...content: readonly unknown[]): string {
  const body = { type: 'doc', version: 1, content } as const;
  return app.sandbox.site.wiki.createPage({ space: 'HP', title: randomUUID(), body, by: PEOPLE.admin }).id;
}

async function grown(key: string, issues: number): Promise<string> {
  growProject(app.sandbox.site, { key, issues, seed: 7, until: Date.now() });
  await app.sandbox.events.deliverAll();
  return app.sandbox.site.findProject(key)?.id ?? '';
}

beforeAll(async () => {
  app = await prepareSandbox();
  await app.sandbox.deliver('avi:forge:installed:app');
  await mirrorProject(app, app.sandbox.site.findProject('HARBOR')?.id ?? '');
}, 60_000);
afterAll(() => app.sandbox.close());
afterEach(() => {
  app.sandbox.faults.clear();
});

describe('a query that Jira does not accept', () => {
  it.each([
    ['without bounds', 'ORDER BY created', /Unbounded JQL queries are not allowed/u],
    ['that ends too early', 'project = ', /Error in the JQL Query/u],
    ['about a project that is not there', 'project = NONE', /NONE/u],
    ['about one that the reader may not see, in the same words', 'project = SECRET', /SECRET/u],
  ])('%s is refused at its field, in Jira’s own words', async (_what, jql, words) => {
    const { code, fields } = await refuse({ source: 'jql', jql });
    expect({ code, fields }).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'jql', rule: 'not_accepted' }] });
    expect(fields?.[0]?.words).toMatch(words);
  });
});

it('takes the first of 20,000 hits and says about how many there are, for one search and one count', async () => {
  await grown('GROWN', 20_000);
  const jql = 'project = GROWN OR key in (HARBOR-3, HARBOR-4) ORDER BY project ASC, key ASC';
  app.sandbox.meter.reset();
  const found = await show({ source: 'jql', jql }, PEOPLE.admin);
  expect(found.requirements.map(({ key }) => key)).toEqual(['HARBOR-3', 'HARBOR-4']);
  expect({ named: found.named, isCut: found.isCut }).toEqual({ named: 20_002, isCut: true });
  const asked = app.sandbox.meter.invocations().flatMap(({ calls }) => calls.map(({ what }) => what));
  const searches = asked.filter((what) => what.includes('/search/')).map((what) => what.split('/').at(-1));
  expect(searches).toEqual(['jql', 'approximate-count']);
  expect(await show({ source: 'jql', jql }, PEOPLE.admin)).toMatchObject({ named: 20_002, isCut: true });
}, 120_000);

it('shows 460 of 500 mentioned issues when 40 do not exist, and still asks for four statements', async () => {
  await mirrorProject(app, await grown('MANY', 460));
  const keys = Array.from({ length: 500 }, (_, index) => `MANY-${index + 1}`);
  const pageId = aPage(...keys.map((key) => paragraph(smartLink(key))));
  app.sandbox.meter.reset();
  const { named, isCut, requirements } = await show({ source: 'page', pageId }, PEOPLE.admin);
  expect({ named, isCut, shown: requirements.length }).toEqual({ named: 500, isCut: false, shown: 460 });
  expect(requirements.map(({ key }) => key)).toEqual(keys.slice(0, 460));
  expect(app.sandbox.meter.total()).toMatchObject({ confluencePoints: 2, sqlStatements: 4 });
}, 60_000);

describe('a deleted project', () => {
  it('is gone as a source, and missing from a page whose other issues are shown', async () => {
    await mirrorProject(app, await grown('BRIEF', 3));
    const pageId = aPage(paragraph(smartLink('BRIEF-1'), smartLink('HARBOR-3'), smartLink('BRIEF-2')));
    expect((await show({ source: 'page', pageId }, PEOPLE.admin)).requirements).toHaveLength(3);
    app.sandbox.site.deleteProject('BRIEF');
    const left = await show({ source: 'page', pageId }, PEOPLE.admin);
    expect(left.requirements.map(({ key }) => key)).toEqual(['HARBOR-3']);
    expect(left.named).toBe(3);
    expect((await refuse({ source: 'project', project: 'BRIEF' }, PEOPLE.admin)).code).toBe('PROJECT_NOT_FOUND');
    expect((await refuse({ source: 'linked', issue: 'BRIEF-1', depth: 1 }, PEOPLE.admin)).code).toBe('ISSUE_NOT_FOUND');
    const refused = await refuse({ source: 'jql', jql: 'project = BRIEF' }, PEOPLE.admin);
    expect(refused.fields?.[0]?.words).toContain('BRIEF');
  }, 60_000);
});

describe('what was copied from another site', () => {
  const elsewhere = (key: string) => ({
    type: 'inlineCard',
    attrs: { url: `https://other.atlassian.net/browse/${key}` },
  });

  it('mentions that site’s issues, not ours of the same keys', async () => {
    const pageId = aPage(paragraph(elsewhere('HARBOR-3')));
    expect(await show({ source: 'page', pageId })).toMatchObject({ named: 0, requirements: [] });
  });

  it('names an edition and a page that do not exist here', async () => {
    const { code } = await app.refuse('edition.show', { editionId: randomUUID() }, caller(PEOPLE.reader));
    expect(code).toBe('EDITION_NOT_FOUND');
    expect((await refuse({ source: 'page', pageId: '99999999' })).code).toBe('PAGE_NOT_FOUND');
  });
});

it('finds nothing, and fails at nothing, at an issue without links', async () => {
  const { key } = app.sandbox.site.createIssue({ project: 'HARBOR', summary: 'On its own' });
  await app.sandbox.events.deliverAll();
  await app.sandbox.runSchedule('mirror-sync');
  const found = await show({ source: 'linked', issue: key, depth: 3 });
  expect(found).toMatchObject({ named: 0, isCut: false, isUnread: false, requirements: [], trend: [] });
});
