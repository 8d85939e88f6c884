import { randomUUID } from 'node:crypto';
import type { Invocation, Sandbox } from '../sandbox/api';
import { growProject } from '../sandbox/sample/grownProject';
import type { Bench } from './support/bench';
import { bytes, duration, growth, ratio, table, whole } from './support/report';
import { installedSite } from './support/site';

const SIZES = [1_000, 10_000, 50_000] as const;
const AFFECTED = 2_000;
const PERSON = 'sandbox-member';
const ADMINISTRATOR = 'sandbox-admin';
const MINUTE = 60_000;
const RUNS = 3;

interface Grown {
  readonly sandbox: Sandbox;
  readonly projectId: string;
  readonly startId: string;
  readonly issueIds: readonly string[];
}

/** The whole project in the app's mirror, as its background work puts it there. */
async function mirrored(sandbox: Sandbox, projectId: string, issueId: string): Promise<void> {
  const payload = { commandId: randomUUID(), projectId };
  const request = { moduleKey: 'feedback-panel', procedure: 'mirror.rebuild', payload };
  await sandbox.invoke({ ...request, accountId: ADMINISTRATOR, issueIdOrKey: issueId });
  for (let state = 'building'; state !== 'ready';) {
    await sandbox.queue.drain();
    sandbox.clock.advance(5 * MINUTE);
    await sandbox.runSchedule('mirror-sync');
    const [project] = await sandbox.query('SELECT state, phase FROM mirror_project');
    state = project?.['phase'] === 'none' ? String(project['state']) : 'building';
  }
}

/** A project of the size, in which `affected` issues require the first one. */
async function grown(size: number, affected: number): Promise<Grown> {
  const sandbox = await installedSite();
  growProject(sandbox.site, { issues: size, seed: 4, key: 'GROWN' });
  const projectId = sandbox.site.findProject('GROWN')?.id ?? '';
  const { issues } = sandbox.site.issues(projectId, { offset: 0, limit: size });
  const [start, ...others] = issues;
  if (start === undefined) throw new Error('Nothing has grown');
  for (const { key } of others.slice(0, affected)) {
    sandbox.site.addLink({ type: 'Requires', outward: 'requires', inward: 'is required by', from: key, to: start.key });
  }
  await mirrored(sandbox, projectId, start.id);
  return { sandbox, projectId, startId: start.id, issueIds: others.slice(0, affected).map(({ id }) => id) };
}

/** Rows of the answer, in whatever shape the resolver gave it. */
function listed(answer: unknown): number {
  const rows: unknown = Reflect.get(Object(Reflect.get(Object(Reflect.get(Object(answer), 'data')), 'scope')), 'rows');
  if (!Array.isArray(rows)) throw new Error(`No assessment but ${JSON.stringify(answer).slice(0, 200)}`);
  return rows.length;
}

interface Measured {
  readonly rows: number;
  readonly sql: number;
  readonly jira: number;
  readonly points: number;
  readonly milliseconds: number;
  readonly answerBytes: number;
}

async function assessed({ sandbox, startId }: Grown): Promise<Measured> {
  const request = { moduleKey: 'impact-panel', procedure: 'impact.assess', payload: { issueId: startId, reviews: [] } };
  const times: number[] = [];
  let answer: unknown;
  let last: Invocation | undefined;
  for (let run = 0; run < RUNS; run += 1) {
    sandbox.meter.reset();
    const started = performance.now();
    answer = await sandbox.invoke({ ...request, accountId: PERSON, issueIdOrKey: startId });
    times.push(performance.now() - started);
    last = sandbox.meter.invocations().at(-1);
  }
  return {
    rows: listed(answer),
    sql: last?.sqlStatements ?? 0,
    jira: last?.calls.filter(({ kind }) => kind === 'jira').length ?? 0,
    points: last?.jiraPoints ?? 0,
    milliseconds: Math.min(...times),
    answerBytes: Buffer.byteLength(JSON.stringify(answer)),
  };
}

/** The same issues, asked for one by one with their links, as a panel without a mirror has to. */
async function naive({ sandbox, issueIds }: Grown): Promise<{ readonly calls: number; readonly milliseconds: number }> {
  const started = performance.now();
  for (const id of issueIds) {
    const path = `/rest/api/3/issue/${id}?fields=summary,status,issuelinks,timeoriginalestimate`;
    const answer = await sandbox.requestJira({ accountId: PERSON, method: 'GET', path, headers: {}, body: null });
    await answer.text();
  }
  return { calls: issueIds.length, milliseconds: performance.now() - started };
}

/** From the click to the answer, by the meter, and how that grows with the project. */
export const impactAssessBench: Bench = {
  title: `what a change would do, with ${whole(AFFECTED)} affected issues`,
  async run(print) {
    const measured: Measured[] = [];
    for (const size of SIZES) {
      const site = await grown(size, Math.min(AFFECTED, size - 1));
      const result = await assessed(site);
      measured.push(result);
      if (size === 10_000) {
        const { calls, milliseconds } = await naive(site);
        const columns = ['10,000 issues', 'SQL statements', 'Jira calls', 'time'];
        print(
          table(columns, [
            ['assessment', whole(result.sql), whole(result.jira), duration(result.milliseconds)],
            ['one call an issue', '0', whole(calls), duration(milliseconds)],
          ]),
        );
        print(`\n${ratio(calls, result.jira)} as many calls, ${ratio(milliseconds, result.milliseconds)} the time\n`);
        if (result.sql > 3 || result.jira > 4) throw new Error('More statements or calls than promised');
      }
      await site.sandbox.close();
    }
    const columns = ['issues', 'rows', 'SQL statements', 'Jira calls', 'points', 'time', 'answer'];
    const rows = measured.map((each, index) => [
      whole(SIZES[index] ?? 0),
      whole(each.rows),
      whole(each.sql),
      whole(each.jira),
      whole(each.points),
      duration(each.milliseconds),
      bytes(each.answerBytes),
    ]);
    print(table(columns, rows));
    const times = measured.map(({ milliseconds }) => milliseconds);
    print(`\ntime grows with the size to the power of ${growth([...SIZES], times).toFixed(2)}`);
  },
};
