import { createClock } from '../../../sandbox/clock';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { JiraApi } from '../../../sandbox/jira/api';
import { loadDocument } from '../../../sandbox/jira/document';
import { Quota } from '../../../sandbox/rest/quota';
import { PEOPLE } from '../../../sandbox/site/people';
import { SiteDatabase } from '../../../sandbox/site/store';
import { openApiDirectory } from '../../support/reference-data';
import { aProject, anIssue } from './support';

const NOW = '2026-03-10T12:00:00.000Z';
interface Found {
  readonly issues: readonly { readonly id: string; readonly key?: string; readonly fields?: Record<string, unknown> }[];
  readonly nextPageToken?: string;
  readonly isLast: boolean;
}

describe("the sandbox's searches", () => {
  let site: SiteDatabase;
  let api: JiraApi;
  const incompleteness = new Incompleteness();
  const ask = async (accountId: string | null, method: string, path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const text = body === undefined ? null : JSON.stringify(body);
    const as = accountId === null ? 'app' : 'user';
    const planned = api.plan({ method, path: `/rest/api/3/${path}`, headers, body: text, accountId, as });
    const { response, points } = await planned.perform();
    return { status: response.status, points, answer: (await response.json()) as unknown };
  };
  const find = async (jql: string, more: object = {}, accountId: string | null = null) => {
    const { status, answer } = await ask(accountId, 'POST', 'search/jql', { jql, fields: ['key'], ...more });
    if (status !== 200) throw new Error(JSON.stringify(answer));
    return answer as Found;
  };
  const keys = async (jql: string, accountId: string | null = null) =>
    (await find(jql, {}, accountId)).issues.map(({ key }) => key);

  beforeAll(async () => {
    const clock = createClock();
    jest.spyOn(clock, 'now').mockReturnValue(Date.parse(NOW));
    site = new SiteDatabase(null, PEOPLE, clock);
    const quota = new Quota(clock);
    const document = await loadDocument(openApiDirectory);
    const scopes = new Set(['read:jira-work', 'read:jira-user']);
    api = new JiraApi({ site, document, scopes, clock, quota, incompleteness });
    const issues = [
      anIssue('A-1', { updated: '2026-03-10T11:58:30.000Z', labels: ['Red', 'blue'], priority: 'High' }),
      anIssue('A-2', { updated: '2026-03-09T11:00:00.000Z', assignee: 'sandbox-member', fixVersions: ['1.0'] }),
      anIssue('A-3', { updated: '2026-03-01T00:00:00.000Z', status: 'Done', statusCategory: 'done', parentKey: 'A-1' }),
      anIssue('A-4', { restricted: true, dueDate: '2026-03-10', type: 'Bug', description: 'A leaking valve' }),
    ];
    const versions = [{ name: '1.0', released: false, releaseDate: null }];
    site.replaceProjects([aProject('A', issues, { versions }), aProject('B', [anIssue('B-1')])]);
  });
  afterAll(() => {
    site.close();
  });

  it.each([
    ['project = a ORDER BY key', ['A-1', 'A-2', 'A-3', 'A-4']],
    ['project = A AND statusCategory != Done ORDER BY key DESC', ['A-4', 'A-2', 'A-1']],
    ['status = "to do" AND (priority = high OR type = Bug) ORDER BY id', ['A-1', 'A-4']],
    ['key in (A-2, B-1) ORDER BY key', ['A-2', 'B-1']],
    ['project = A AND fixVersion = "1.0"', ['A-2']],
    ['project = A AND fixVersion is EMPTY ORDER BY key', ['A-1', 'A-3', 'A-4']],
    ['parent = A-1', ['A-3']],
    ['labels in (red)', ['A-1']],
    ['labels != green', ['A-1']],
    ['project = A AND NOT labels = red ORDER BY key', ['A-2', 'A-3', 'A-4']],
    ['assignee != sandbox-admin', ['A-2']],
    ['project = A AND text ~ "valve leak"', ['A-4']],
    ['project = A AND updated >= -5m', ['A-1']],
    ['project = A AND updated >= startOfDay(-1d) ORDER BY updated', ['A-2', 'A-1']],
    ['project = A AND due <= now()', ['A-4']],
    ['project = A ORDER BY priority DESC, key', ['A-1', 'A-4', 'A-3', 'A-2'].toSorted()],
  ])('%s', async (jql, expected) => {
    expect(await keys(jql)).toEqual(expected);
  });

  it('take absolute times in the time zone of whoever asks, to the minute', async () => {
    const jql = 'project = A AND updated >= "2026-03-10 12:58"';
    expect(await keys(jql, 'sandbox-admin')).toEqual(['A-1']);
    expect(await keys(jql)).toEqual([]);
    expect(await keys('project = A AND updated >= "2026-03-10 12:59"', 'sandbox-admin')).toEqual([]);
    expect(await keys('assignee = currentUser()', 'sandbox-member')).toEqual(['A-2']);
  });

  it('find for people only what they may see, and count only that', async () => {
    const body = { jql: 'project = A' };
    expect(await keys('project = A ORDER BY key', 'sandbox-reader')).toEqual(['A-1', 'A-2', 'A-3']);
    expect((await ask('sandbox-reader', 'POST', 'search/approximate-count', body)).answer).toEqual({ count: 3 });
    expect((await ask('sandbox-outsider', 'POST', 'search/jql', body)).status).toBe(400);
    expect((await ask('sandbox-reader', 'POST', 'search/jql', { jql: 'key = A-4' })).status).toBe(400);
  });

  it.each([
    ['', 'Unbounded'],
    ['ORDER BY key', 'Unbounded'],
    ['project = A AND', 'Error in the JQL Query'],
    ['project = NOWHERE', "The value 'NOWHERE' does not exist"],
    ['project = A AND updated > soon', 'Date value'],
    ['project = A AND created ~ x', 'not supported'],
  ])('are refused as Jira refuses them: "%s"', async (jql, message) => {
    const { status, answer } = await ask(null, 'POST', 'search/jql', { jql });
    expect([status, JSON.stringify(answer)]).toEqual([400, expect.stringContaining(message)]);
  });

  it('say where the sandbox knows less than Jira', async () => {
    expect((await ask(null, 'POST', 'search/jql', { jql: 'project = A AND status was Done' })).status).toBe(400);
    expect((await ask(null, 'POST', 'search/jql', { jql: 'sprint in openSprints()' })).status).toBe(400);
    const known = [
      "The sandbox does not model the JQL operator 'was'.",
      "The sandbox does not model the JQL field 'sprint'.",
    ];
    expect(incompleteness.list()).toEqual(expect.arrayContaining(known));
  });

  it('go on after the last issue, whatever changed in between, and give ids only unless asked for more', async () => {
    const order = { jql: 'project = A ORDER BY updated ASC, id ASC', maxResults: 2 };
    const first = await find(order.jql, order);
    expect(first).toMatchObject({ isLast: false, issues: [{ key: 'A-4' }, { key: 'A-3' }] });
    const second = await find(order.jql, { ...order, nextPageToken: first.nextPageToken });
    expect(second).toMatchObject({ isLast: true, issues: [{ key: 'A-2' }, { key: 'A-1' }] });
    const { answer, points } = await ask(null, 'GET', 'search/jql?jql=project%3DB');
    expect([answer, points]).toEqual([{ issues: [{ id: site.findIssue('B-1')?.id }], isLast: true }, 2]);
    const foreign = { jql: 'project = B', nextPageToken: first.nextPageToken };
    expect((await ask(null, 'POST', 'search/jql', foreign)).status).toBe(400);
  });

  it('leave archived issues out, which bulk requests still give; what is hidden they leave out', async () => {
    const archived = site.archiveIssue('B-1');
    expect(await keys('project = B')).toEqual([]);
    const body = { issueIdsOrKeys: [archived.id, 'A-4', '77'], fields: ['summary', 'archiveddate'] };
    const { answer, points } = await ask('sandbox-reader', 'POST', 'issue/bulkfetch', body);
    const fields = { summary: 'Summary of B-1', archiveddate: '2026-03-10T12:00:00.000+0000' };
    expect(answer).toMatchObject({ issues: [{ id: archived.id, key: 'B-1', fields }], issueErrors: [] });
    expect(points).toBe(2);
    site.unarchiveIssue('B-1');
  });

  it('give the changelogs of many issues page by page, in milliseconds', async () => {
    for (const status of ['Doing', 'To Do']) {
      site.updateIssue('B-1', { status, statusCategory: 'new', summary: `Now ${status}` }, { by: 'sandbox-admin' });
    }
    const id = site.findIssue('B-1')?.id;
    const body = { issueIdsOrKeys: ['B-1', 'A-1'], fieldIds: ['status'], maxResults: 1 };
    const { answer } = await ask(null, 'POST', 'changelog/bulkfetch', body);
    expect(answer).toMatchObject({
      issueChangeLogs: [
        { issueId: id, changeHistories: [{ created: Date.parse(NOW), items: [{ fieldId: 'status' }, {}] }] },
      ],
    });
    expect((await ask(null, 'GET', 'issue/B-1/changelog')).answer).toMatchObject({ total: 1, isLast: true });
  });
});
