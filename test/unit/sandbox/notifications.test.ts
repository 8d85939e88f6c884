import { createClock } from '../../../sandbox/clock';
import { Incompleteness } from '../../../sandbox/incompleteness';
import { JiraApi } from '../../../sandbox/jira/api';
import { loadDocument } from '../../../sandbox/jira/document';
import { Quota } from '../../../sandbox/rest/quota';
import { PEOPLE } from '../../../sandbox/site/people';
import { SiteDatabase } from '../../../sandbox/site/store';
import { openApiDirectory } from '../../support/reference-data';
import { aProject, anIssue } from './support';

let site: SiteDatabase;

async function notify(body: unknown, issue = 'P-1', scopes = ['write:jira-work']) {
  const api = new JiraApi({
    site,
    document: await loadDocument(openApiDirectory),
    scopes: new Set(scopes),
    clock: createClock(),
    quota: new Quota(createClock()),
    incompleteness: new Incompleteness(),
  });
  const planned = api.plan({
    method: 'POST',
    path: `/rest/api/3/issue/${issue}/notify`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    accountId: null,
    as: 'app',
  });
  const { response, points } = await planned.perform();
  return { status: response.status, points };
}

const to = (...accounts: readonly string[]) => ({ users: accounts.map((accountId) => ({ accountId })) });
const reached = () => site.notifications.sent().map(({ accountId }) => accountId);

beforeEach(() => {
  site = new SiteDatabase(null, PEOPLE);
  site.replaceProjects([
    aProject('P', [anIssue('P-1', { assignee: 'sandbox-member' }), anIssue('P-2', { restricted: true })]),
  ]);
});
afterEach(() => {
  site.close();
});

describe('mail about an issue', () => {
  it('reaches those named, once each, for a point', async () => {
    const body = {
      subject: 'Look',
      textBody: 'at this',
      to: { ...to('sandbox-member', 'sandbox-reader'), assignee: true },
    };
    expect(await notify(body)).toEqual({ status: 204, points: 1 });
    expect(reached().toSorted()).toEqual(['sandbox-member', 'sandbox-reader']);
    expect(site.notifications.sent('sandbox-reader')).toMatchObject([
      { issueKey: 'P-1', subject: 'Look', textBody: 'at this' },
    ]);
  });

  it('goes past those who may not see the issue, are closed or lack the permission, and says nothing of it', async () => {
    site.updatePerson('sandbox-member-2', { active: false });
    const all = to('sandbox-admin', 'sandbox-reader', 'sandbox-outsider', 'sandbox-member-2');
    expect((await notify({ to: all, restrict: { permissions: [{ key: 'BROWSE' }] } }, 'P-2')).status).toBe(204);
    expect(reached()).toEqual(['sandbox-admin']);
    expect((await notify({ to: all, restrict: { permissions: [{ key: 'ADMINISTER_PROJECTS' }] } })).status).toBe(204);
    expect(reached()).toEqual(['sandbox-admin', 'sandbox-admin']);
  });

  it.each([
    ['nobody', 'P-1', { to: { users: [] } }, 400],
    ['an account that does not exist', 'P-1', { to: to('nobody') }, 400],
    ['the assignee of what nobody works on', 'P-2', { to: { assignee: true } }, 400],
    ['somebody about an issue that does not exist', 'P-9', { to: to('sandbox-member') }, 404],
  ])('to %s is refused', async (_, issue, body, status) => {
    expect((await notify(body, issue)).status).toBe(status);
    expect(reached()).toEqual([]);
  });

  it('takes the scope that Atlassian asks for', async () => {
    expect((await notify({ to: to('sandbox-member') }, 'P-1', ['read:jira-work'])).status).toBe(401);
  });
});
