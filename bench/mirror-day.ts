import { isDeepStrictEqual } from 'node:util';
import type { Sandbox } from '../sandbox/api';
import { mirrorOf, siteOf } from '../test/support/mirror';
import type { Bench } from './support/bench';
import { liveADay } from './support/busyDay';
import { passMinute, prepareSite, projectOf, rebuild } from './support/mirrorSite';
import { readBySearch } from './support/searchedReport';
import { duration, table, whole } from './support/report';

const ISSUES = 10_000;
const CHANGES = 1_000;
const VIEWS = 200;
/** The last changes are read within the schedule's five minutes and the event's three. */
const MINUTES_UNTIL_READ = 10;

interface Used {
  readonly points: number;
  readonly calls: number;
  readonly statements: number;
  readonly dollars: number;
  readonly endpoints: readonly (readonly string[])[];
  readonly milliseconds: number;
}

async function measured(sandbox: Sandbox, act: () => Promise<void>): Promise<Used> {
  sandbox.meter.reset();
  const started = performance.now();
  await act();
  const milliseconds = performance.now() - started;
  const asked = sandbox.meter.byEndpoint().filter(({ kind }) => kind === 'jira');
  const sum = (of: (one: (typeof asked)[number]) => number) => asked.reduce((all, one) => all + of(one), 0);
  const { sqlStatements, dollars } = sandbox.meter.total();
  return {
    points: sum(({ points }) => points),
    calls: sum(({ calls }) => calls),
    statements: sqlStatements,
    dollars,
    endpoints: asked.map(({ what, calls, points }) => [`  ${what}`, whole(points), whole(calls)]),
    milliseconds,
  };
}

async function checkInStep(sandbox: Sandbox): Promise<void> {
  const mirror = await mirrorOf(sandbox);
  if (isDeepStrictEqual(mirror, siteOf(sandbox, [projectOf(sandbox)]))) return;
  throw new Error('The mirror is not in step with the site');
}

function rowOf(name: string, { points, calls, statements, dollars, milliseconds }: Used): readonly string[] {
  return [name, whole(points), whole(calls), whole(statements), dollars.toFixed(4), duration(milliseconds)];
}

async function compare(sandbox: Sandbox, print: (line: string) => void): Promise<void> {
  const first = await measured(sandbox, async () => {
    await rebuild(sandbox);
  });
  const day = await measured(sandbox, async () => {
    await liveADay(sandbox, CHANGES);
    for (let minute = 0; minute < MINUTES_UNTIL_READ; minute += 1) await passMinute(sandbox);
  });
  await checkInStep(sandbox);
  let waited = 0;
  const views = await measured(sandbox, async () => {
    for (let view = 0; view < VIEWS; view += 1) waited += await readBySearch(sandbox, projectOf(sandbox));
  });
  const rows = [
    rowOf('read whole, once', first),
    rowOf(`kept in step for a day, ${whole(CHANGES)} changes`, day),
    rowOf(`${whole(VIEWS)} views that read it by search`, views),
  ];
  print(table(['', 'points', 'calls', 'SQL statements', 'dollars', 'time here'], rows));
  print(`\n${table(['the day', 'points', 'calls'], day.endpoints)}`);
  const times = whole(views.points / day.points);
  print(`\nSearching costs ${times} times the day's points, and ${whole(waited / 60)} hours of waiting for the quota.`);
  print('At the end of the day every field of every issue, link and version in the mirror was that of the site.');
}

/** What the mirror of a large project costs in a day, beside the searches it replaces. */
export const mirrorDayBench: Bench = {
  title: `a day of a project of ${whole(ISSUES)} issues, by the meter`,
  async run(print) {
    const sandbox = await prepareSite(null, ISSUES);
    await compare(sandbox, print);
    await sandbox.close();
  },
};
