import type { Fault } from '../../sandbox/api';
import { growProject } from '../../sandbox/sample/grownProject';
import { mirrorProject } from '../support/mirror';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';

/** More than Jira gives along with an issue. */
const MANY_CHANGES = 46;
/** As often as the app asks for one page. */
const ALL_TRIES = 3;

let app: PreparedSandbox;
let projectId: string;
let busyId: string;

beforeAll(async () => {
  app = await prepareSandbox();
  const { site } = app.sandbox;
  growProject(site, { issues: 230, seed: 3, until: app.sandbox.clock.now() });
  projectId = site.findProject('GROWN')?.id ?? '';
  busyId = site.findIssue('GROWN-120')?.id ?? '';
  for (let count = 0; count < MANY_CHANGES; count += 1) {
    app.sandbox.clock.advance(1_000);
    const begun = count % 2 === 0;
    site.updateIssue(busyId, { status: begun ? 'Begun' : 'Put off', statusCategory: begun ? 'indeterminate' : 'new' });
  }
  await app.sandbox.deliver('avi:forge:installed:app');
}, 60_000);
afterAll(() => app.sandbox.close());

async function readAnew(fault: Fault | null): Promise<readonly Record<string, unknown>[]> {
  await app.sandbox.query('DELETE FROM mirror_change');
  await app.sandbox.query('UPDATE mirror_issue SET history_of = 0');
  if (fault !== null) app.sandbox.faults.add(fault);
  app.sandbox.meter.reset();
  await mirrorProject(app, projectId);
  app.sandbox.faults.clear();
  return app.sandbox.query('SELECT * FROM mirror_change ORDER BY issue_id, change_id');
}

function asked(of: string): readonly { readonly status: number; readonly points: number }[] {
  return app.sandbox.meter
    .invocations()
    .filter(({ name }) => name === 'mirror-rebuild')
    .flatMap(({ calls }) => calls)
    .filter(({ what }) => what.includes(of));
}

describe('the histories of a project that is read whole', () => {
  it('come along with the issues for no points, and are asked for only where there are more than come along', async () => {
    const rows = await readAnew(null);
    expect(asked('search/jql').map(({ points }) => points)).toEqual([101, 101, 31]);
    expect(asked('changelog/bulkfetch').map(({ points }) => points)).toEqual([2]);
    expect(asked('/rest/api/3/status')).toHaveLength(1);
    const busy = rows.filter((row) => row['issue_id'] === busyId);
    expect(busy.length).toBeGreaterThanOrEqual(MANY_CHANGES);
    expect(new Set(rows.map((row) => row['issue_id'])).size).toBe(230);
  });

  it('are the same when Jira does not give a page with them, which is then read without', async () => {
    const along = await readAnew(null);
    const refused = { type: 'status', status: 503 } as const;
    const apart = await readAnew({ target: 'jira', matching: 'search/jql', times: ALL_TRIES, effect: refused });
    expect(asked('search/jql').map(({ status }) => status)).toEqual([503, 503, 503, 200, 200, 200]);
    expect(asked('changelog/bulkfetch')).toHaveLength(2);
    expect(apart).toEqual(along);
  });
});
