import { createClock } from '../../../sandbox/clock';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { JiraApi } from '../../../sandbox/jira/api';
import { loadDocument } from '../../../sandbox/jira/document';
import { Quota } from '../../../sandbox/rest/quota';
import { PEOPLE } from '../../../sandbox/site/people';
import { SiteDatabase } from '../../../sandbox/site/store';
import { aProject, anIssue } from './support';

const LINK = { type: 'Blocks', outward: 'blocks', inward: 'is blocked by' };

describe("the sandbox's Jira", () => {
  let site: SiteDatabase;
  const api = async (scopes: readonly string[]) => {
    const clock = createClock();
    const document = await loadDocument(undefined);
    return new JiraApi({
      site,
      document,
      scopes: new Set(scopes),
      clock,
      quota: new Quota(clock),
      incompleteness: new Incompleteness(),
    });
  };
  const request = async (
    accountId: string | null,
    method: string,
    path: string,
    given?: unknown,
    scopes = ['read:jira-work', 'read:jira-user'],
  ) => {
    const body = given === undefined ? null : JSON.stringify(given);
    const headers = { 'content-type': 'application/json' };
    const { response, points } = await (
      await api(scopes)
    )
      .plan({ method, path, headers, body, accountId, as: 'user' })
      .perform();
    const answer: unknown = await response.json();
    return { status: response.status, answer, points };
  };
  const get = (accountId: string | null, path: string) => request(accountId, 'GET', path);

  beforeEach(() => {
    site = new SiteDatabase(null, PEOPLE);
    const issues = [anIssue('P-1'), anIssue('P-2', { restricted: true })];
    site.replaceProjects([aProject('P', issues, { links: [{ ...LINK, from: 'P-1', to: 'P-2' }] })]);
  });
  afterEach(() => {
    site.close();
  });

  it.each([
    ['sandbox-admin', 200, 200],
    ['sandbox-member', 200, 200],
    ['sandbox-reader', 200, 404],
    ['sandbox-outsider', 404, 404],
    ['nobody', 401, 401],
    [null, 200, 200],
  ])('shows %s an issue with %i and a restricted one with %i', async (accountId, open, restricted) => {
    expect((await get(accountId, '/rest/api/3/issue/P-1')).status).toBe(open);
    expect((await get(accountId, '/rest/api/3/issue/P-2')).status).toBe(restricted);
  });

  it('says the same of an issue that is hidden and of one that does not exist', async () => {
    const [hidden, missing] = [
      await get('sandbox-reader', '/rest/api/3/issue/P-2'),
      await get('sandbox-reader', '/rest/api/3/issue/P-99'),
    ];
    expect(hidden).toEqual(missing);
  });

  it('leaves out links to issues that the viewer may not see', async () => {
    const path = '/rest/api/3/issue/P-1?fields=issuelinks';
    expect((await get('sandbox-member', path)).answer).toMatchObject({
      fields: { issuelinks: [{ outwardIssue: { key: 'P-2' } }] },
    });
    expect((await get('sandbox-reader', path)).answer).toMatchObject({ fields: { issuelinks: [] } });
  });

  it('lists editable fields only for those who may edit, for two points', async () => {
    const path = '/rest/api/3/issue/P-1?fields=summary&expand=editmeta';
    expect((await get('sandbox-reader', path)).answer).toMatchObject({
      fields: { summary: 'Summary of P-1' },
      editmeta: { fields: {} },
    });
    const member = await get('sandbox-member', path);
    expect(member).toMatchObject({ points: 2, answer: { editmeta: { fields: { summary: { required: true } } } } });
  });

  it('checks permissions in bulk and grants nothing on what is hidden', async () => {
    const ids = ['P-1', 'P-2'].map((key) => Number(site.findIssue(key)?.id));
    const project = Number(site.findProject('P')?.id);
    const body = {
      projectPermissions: [
        { permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], issues: [...ids, 99], projects: [project] },
      ],
    };
    const { answer } = await request('sandbox-reader', 'POST', '/rest/api/3/permissions/check', body);
    expect(answer).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', issues: [ids[0]], projects: [project] },
        { permission: 'EDIT_ISSUES', issues: [], projects: [] },
      ],
    });
  });

  it('asks for the scopes of an operation', async () => {
    expect((await request('sandbox-admin', 'GET', '/rest/api/3/issue/P-1', undefined, ['read:jira-user'])).status).toBe(
      401,
    );
  });

  it('no longer has the search that Atlassian removed', async () => {
    expect((await get('sandbox-admin', '/rest/api/3/search?jql=project=P')).status).toBe(410);
  });

  it('knows no path that is not in the interface', async () => {
    expect((await get('sandbox-admin', '/rest/api/3/constructor')).status).toBe(404);
  });
});
