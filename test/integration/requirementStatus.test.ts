import type { ProcedurePayload } from '../../src/contract/procedures';
import type { StatusSummary } from '../../src/contract/summary';
import { blockCard, paragraph, smartLink } from '../../sandbox/sample/adf';
import { aFeedback } from '../support/builders';
import { aRestrictedIssue } from '../support/issues';
import { mirrorProject } from '../support/mirror';
import { PEOPLE } from '../support/people';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

type Source = ProcedurePayload<'summary.show'>;

let app: PreparedSandbox;
/** A restricted issue that the pages mention. */
let hidden: string;

const idOf = (key: string) => app.sandbox.site.findIssue(key)?.id ?? '';
const caller = (as: string) => ({ as, on: idOf('HARBOR-2') });
const show = (source: Source, as: string = PEOPLE.reader) => app.succeed('summary.show', source, caller(as));
const refuse = (source: Source, as: string = PEOPLE.reader) => app.refuse('summary.show', source, caller(as));
const keysOf = ({ requirements }: StatusSummary) => requirements.map(({ key }) => key);

/** A page that mentions the issues, and one that does not exist. */
function aPage(title: string, ...keys: readonly string[]): string {
  const content = [paragraph(...keys.map(smartLink)), blockCard('HARBOR-999')];
  const body = { type: 'doc', version: 1, content } as const;
  return app.sandbox.site.wiki.createPage({ space: 'HP', title, body, by: PEOPLE.admin }).id;
}

beforeAll(async () => {
  app = await prepareSandbox();
  await app.sandbox.deliver('avi:forge:installed:app');
  hidden = aRestrictedIssue(app.sandbox).key;
  await mirrorProject(app, app.sandbox.site.findProject('HARBOR')?.id ?? '');
});
afterAll(() => app.sandbox.close());
afterEach(() => {
  app.sandbox.faults.clear();
});

describe('the state of the issues that a page mentions', () => {
  it('is shown in their order, to each reader as far as they see the issues in Jira', async () => {
    const source: Source = { source: 'page', pageId: aPage('Mentions', 'HARBOR-3', hidden, 'HARBOR-2') };
    const [member, reader] = [await show(source, PEOPLE.member), await show(source)];
    expect(keysOf(member)).toEqual(['HARBOR-3', hidden, 'HARBOR-2']);
    expect(keysOf(reader)).toEqual(['HARBOR-3', 'HARBOR-2']);
    expect([member.named, reader.named]).toEqual([4, 4]);
    expect(JSON.stringify(reader)).not.toContain(hidden);
  });

  it('costs two points of Confluence, three of Jira and four statements', async () => {
    const pageId = aPage('Cost', 'HARBOR-3', 'HARBOR-2');
    app.sandbox.meter.reset();
    await show({ source: 'page', pageId });
    expect(app.sandbox.meter.total()).toMatchObject({ jiraPoints: 3, confluencePoints: 2, sqlStatements: 4 });
  });

  it('is not shown to those who may not read the page, nor to those who have no Jira', async () => {
    const pageId = aPage('Whose', 'HARBOR-3');
    expect((await refuse({ source: 'page', pageId }, PEOPLE.outsider)).code).toBe('PAGE_NOT_FOUND');
    expect((await refuse({ source: 'page', pageId: '4711' })).code).toBe('PAGE_NOT_FOUND');
    expect((await refuse({ source: 'page', pageId }, 'sandbox-wiki-reader')).code).toBe('NOT_ALLOWED');
  });

  it.each([
    ['a wait', { status: 429, headers: { 'Retry-After': '60' } }, 'CONFLUENCE_RATE_LIMITED'],
    ['a refusal', { status: 403 }, 'NOT_ALLOWED'],
    ['an answer that makes no sense', { status: 400 }, 'CONFLUENCE_UNAVAILABLE'],
  ] as const)('says what Confluence says with %s', async (what, answer, code) => {
    const pageId = aPage(`After ${what}`, 'HARBOR-3');
    app.sandbox.faults.add({ target: 'confluence', times: 3, effect: { type: 'status', ...answer } });
    expect((await refuse({ source: 'page', pageId })).code).toBe(code);
  });

  it('comes through one failure of Confluence', async () => {
    const pageId = aPage('One failure', 'HARBOR-3');
    app.sandbox.faults.add({ target: 'confluence', effect: { type: 'status', status: 503 } });
    expect(keysOf(await show({ source: 'page', pageId }))).toEqual(['HARBOR-3']);
  });
});

describe('the row of a requirement', () => {
  const rowOf = async (key: string, as?: string) =>
    (await show({ source: 'jql', jql: `key = ${key}` }, as)).requirements[0];

  it('counts the work that implements it, not what merely relates to it', async () => {
    const links = app.sandbox.site.links(idOf('HARBOR-3')).filter(({ type }) => type === 'Implements');
    const work = [
      ...links.map(({ otherKey }) => app.sandbox.site.findIssue(otherKey)),
      ...app.sandbox.site.children('HARBOR-3'),
    ];
    const done = work.filter((issue) => issue?.statusCategory === 'done').length;
    expect(work.length).toBeGreaterThan(1);
    expect((await rowOf('HARBOR-3'))?.progress).toEqual({ done, total: work.length });
  });

  it('counts only work that the reader sees', async () => {
    const { site } = app.sandbox;
    const secret = site.createIssue({ project: 'HARBOR', summary: 'Hidden work', restricted: true });
    site.addLink({ type: 'Implements', from: secret.key, to: 'HARBOR-3' });
    await app.sandbox.events.deliverAll();
    await app.sandbox.runSchedule('mirror-sync');
    const [member, reader] = [await rowOf('HARBOR-3', PEOPLE.member), await rowOf('HARBOR-3')];
    expect(member?.progress?.total).toBe((reader?.progress?.total ?? 0) + 1);
  });

  it('says how much feedback is open, and how much of it is late', async () => {
    const issueId = idOf('HARBOR-4');
    await app.succeed('feedback.record', aFeedback({ issueId }), { as: PEOPLE.member, on: issueId });
    expect(await rowOf('HARBOR-4')).toMatchObject({ openFeedback: 1, overdueFeedback: 0 });
    app.sandbox.clock.advance(60 * 24 * 3_600_000);
    expect(await rowOf('HARBOR-4')).toMatchObject({ openFeedback: 1, overdueFeedback: 1 });
  });
});

describe('more of the row', () => {
  const rowOf = async (key: string, as?: string) =>
    (await show({ source: 'jql', jql: `key = ${key}` }, as)).requirements[0];

  it('names its components; a reading of an issue brings the name of now', async () => {
    const { components } = app.sandbox.site.findIssue('HARBOR-3') ?? { components: [] };
    expect(components.length).toBeGreaterThan(0);
    expect((await rowOf('HARBOR-3'))?.components).toEqual([...components].toSorted());
    await app.sandbox.query("UPDATE mirror_component SET name = 'As it was called', fetched_at = 0");
    expect((await rowOf('HARBOR-3'))?.components).toEqual(components.map(() => 'As it was called'));
    app.sandbox.site.updateIssue('HARBOR-3', { priority: 'Low' });
    await app.sandbox.events.deliverAll();
    await app.sandbox.runSchedule('mirror-sync');
    expect((await rowOf('HARBOR-3'))?.components).toEqual([...components].toSorted());
  });

  it('says whose feedback it has had, and what it is part of', async () => {
    const issueId = idOf('HARBOR-5');
    const contact = { name: 'Li Na', client: { name: 'Port, "authority"/board' } };
    for (const text of ['One', 'Two']) {
      await app.succeed('feedback.record', aFeedback({ issueId, text, contact }), { as: PEOPLE.member, on: issueId });
    }
    expect((await rowOf('HARBOR-5'))?.clients).toEqual([contact.client.name]);
    const [child] = app.sandbox.site.children('HARBOR-1');
    expect((await rowOf(child?.key ?? ''))?.parent?.key).toBe('HARBOR-1');
  });

  it('says what is late once its own day or that of its milestone has passed', async () => {
    const row = await rowOf('HARBOR-10');
    const [first = ''] = [row?.due, row?.milestone?.releaseDate].filter((day) => typeof day === 'string').sort();
    app.sandbox.clock.set(Date.parse(`${first}T12:00:00Z`));
    expect((await rowOf('HARBOR-10'))?.isLate).toBe(false);
    app.sandbox.clock.advance(24 * 3_600_000);
    expect((await rowOf('HARBOR-10'))?.isLate).toBe(true);
  });

  it('says how its like has moved, day by day', async () => {
    const { trend, requirements } = await show({ source: 'project', project: 'HARBOR' });
    const done = requirements.filter(({ statusCategory }) => statusCategory === 'done').length;
    expect(trend.at(-1)).toMatchObject({ scope: requirements.length, done });
    expect(trend[0]?.scope).toBeLessThan(requirements.length);
  });
});

describe('links', () => {
  const linked = async (more: Partial<Extract<Source, { source: 'linked' }>>) =>
    new Set(keysOf(await show({ source: 'linked', issue: 'HARBOR-3', depth: 1, ...more }, PEOPLE.member)));
  const others = (ends: 'outward' | 'inward') =>
    app.sandbox.site
      .links(idOf('HARBOR-3'))
      .filter(({ direction, type }) => direction === ends && type === 'Implements')
      .map(({ otherKey }) => otherKey);

  it('are followed by type and direction', async () => {
    const [outward, inward] = [others('outward'), others('inward')];
    expect(outward.length + inward.length).toBeGreaterThan(0);
    const linkTypes = ['implements'];
    expect(await linked({ linkTypes, direction: 'outward' })).toEqual(new Set(outward));
    expect(await linked({ linkTypes, direction: 'inward' })).toEqual(new Set(inward));
    expect(await linked({ linkTypes })).toEqual(new Set([...outward, ...inward]));
    expect(await linked({ linkTypes: ['No such type'] })).toEqual(new Set());
  });

  it('are followed at the cost of four statements, however deep', async () => {
    app.sandbox.meter.reset();
    await linked({ depth: 3 });
    expect(app.sandbox.meter.total()).toMatchObject({ jiraPoints: 5, confluencePoints: 0, sqlStatements: 4 });
  });
});

describe('a query', () => {
  const searches = () =>
    app.sandbox.meter.invocations().flatMap(({ calls }) => calls.filter(({ what }) => what.includes('search/jql')));

  it('is asked of Jira once in five minutes for each reader, and what it found is filtered anew each time', async () => {
    const source: Source = { source: 'jql', jql: 'project = HARBOR AND type = Requirement' };
    app.sandbox.meter.reset();
    const [first, second] = [await show(source), await show(source)];
    expect(keysOf(second)).toEqual(keysOf(first));
    expect(searches()).toHaveLength(1);
    await show(source, PEOPLE.member);
    expect(searches()).toHaveLength(2);
    app.sandbox.clock.advance(6 * 60_000);
    await show(source);
    expect(searches()).toHaveLength(3);
  });
});

describe('the other sources', () => {
  it('follow links from an issue that the reader sees', async () => {
    const near = await show({ source: 'linked', issue: 'HARBOR-3', depth: 1 });
    const far = await show({ source: 'linked', issue: 'HARBOR-3', depth: 2 });
    expect(keysOf(near)).toContain('HARBOR-2');
    expect(far.named).toBeGreaterThan(near.named);
    expect((await refuse({ source: 'linked', issue: hidden, depth: 1 })).code).toBe('ISSUE_NOT_FOUND');
  });

  it('take the requirements of a project', async () => {
    const found = await show({ source: 'project', project: 'HARBOR' });
    expect(new Set(found.requirements.map(({ type }) => type))).toEqual(new Set(['Epic', 'Requirement']));
    expect((await refuse({ source: 'project', project: 'HARBOR' }, PEOPLE.outsider)).code).toBe('PROJECT_NOT_FOUND');
    expect((await refuse({ source: 'project', project: 'NONE' })).code).toBe('PROJECT_NOT_FOUND');
  });

  it('say of a query that Jira refuses which field it is', async () => {
    const { code, fields } = await refuse({ source: 'jql', jql: 'project = ' });
    expect(code).toBe('INVALID_INPUT');
    expect(fields).toMatchObject([{ path: 'jql', rule: 'not_accepted' }]);
    expect(fields?.[0]?.words).toContain('JQL Query');
  });

  it('say of a project that it has not been read yet', async () => {
    app.sandbox.site.createProject({ key: 'FRESH', name: 'Fresh' });
    expect(await show({ source: 'project', project: 'FRESH' })).toMatchObject({ named: 0, isUnread: true });
  });
});
