import { growProject } from '../sandbox/sample/grownProject';
import type { Bench } from './support/bench';
import { bytes, duration, table, whole } from './support/report';
import { installedSite } from './support/site';

const ISSUES = 1_000;

/** What it costs to keep a project in step, beside reading it anew on each view. */
export const mirrorBench: Bench = {
  title: 'keeping a project in step with Jira',
  async run(print) {
    const sandbox = await installedSite();
    const started = performance.now();
    growProject(sandbox.site, { issues: ISSUES, seed: 1 });
    const [size, took] = [process.memoryUsage().rss, performance.now() - started];
    print(table(['issues', 'made in', 'memory'], [[whole(ISSUES), duration(took), bytes(size)]]));
    await sandbox.close();
  },
};
