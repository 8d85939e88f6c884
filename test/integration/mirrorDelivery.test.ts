import fc from 'fast-check';
import { covered } from '../support/covered';
import { catchUp, letADayPass, mirrorOf, mirrorProject, siteOf } from '../support/mirror';
import { prepareSandbox } from '../support/sandbox';
import type { PreparedSandbox } from '../support/sandbox';
import { happen, siteHistories } from '../support/siteHistory';

/** The histories are the same in every run. */
const SEED = 20_261_122;

const WEEK = 7 * 24 * 60 * 60 * 1_000;

let app: PreparedSandbox;
let projectIds: string[];

beforeAll(async () => {
  app = await prepareSandbox();
  const { site } = app.sandbox;
  projectIds = ['ONE', 'TWO'].map((key) => site.createProject({ key, name: key }).id);
  for (const project of projectIds) {
    for (let count = 0; count < 6; count += 1) site.createIssue({ project, summary: `Issue ${count}` });
  }
  await app.sandbox.deliver('avi:forge:installed:app');
  for (const projectId of projectIds) await mirrorProject(app, projectId);
}, 60_000);
afterAll(() => app.sandbox.close());

/** Runs one history after the other on the same site, each from where the last one left it. */
async function check(lossy: boolean, numRuns: number, comeToRest: () => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(siteHistories({ lossy }), async (history) => {
    await happen(app.sandbox, projectIds, history);
    await comeToRest();
    expect(await mirrorOf(app.sandbox)).toEqual(siteOf(app.sandbox, projectIds));
    covered('histories', 1);
  });
  await fc.assert(property, { seed: SEED, numRuns, endOnFailure: true });
}

describe('whatever happens on the site', () => {
  it('the mirror equals it once all events have arrived, in any order, doubled and delayed', async () => {
    await check(false, 40, () => catchUp(app.sandbox));
  }, 120_000);

  it('the mirror equals it after a week though events were lost, or there were none', async () => {
    await check(true, 25, async () => {
      await catchUp(app.sandbox);
      app.sandbox.clock.advance(WEEK);
      await letADayPass(app.sandbox);
    });
  }, 120_000);
});
