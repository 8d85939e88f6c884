import { z } from 'zod';
import type { Sandbox } from '../../sandbox/api';

/** What a report on a project has to know of each issue. */
const FIELDS = ['issuetype', 'status', 'priority', 'created', 'updated', 'resolutiondate', 'duedate', 'fixVersions'];
const ISSUES_PER_PAGE = 100;
const TOO_MANY = 429;
const pageShape = z.object({ issues: z.array(z.object({ id: z.string() })), nextPageToken: z.string().optional() });

/**
 * Reads a project as a report without a mirror would, page by page as the viewer, waiting on the site's clock where
 * Jira's quota is spent.
 *
 * @returns how many minutes it waited
 */
export async function readBySearch(sandbox: Sandbox, projectId: string): Promise<number> {
  const asked = { jql: `project = ${projectId} ORDER BY id ASC`, fields: FIELDS, maxResults: ISSUES_PER_PAGE };
  let waited = 0;
  let token: string | undefined;
  for (;;) {
    const answer = await sandbox.requestJira({
      accountId: 'sandbox-admin',
      method: 'POST',
      path: '/rest/api/3/search/jql',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ...asked, nextPageToken: token }),
    });
    if (answer.status === TOO_MANY) {
      const seconds = Number(answer.headers.get('retry-after'));
      sandbox.clock.advance(seconds * 1_000);
      waited += seconds / 60;
      continue;
    }
    token = pageShape.parse(await answer.json()).nextPageToken;
    if (token === undefined) return waited;
  }
}
