import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { Bench } from './support/bench';
import { withFolder } from './support/mirrorSite';
import { HEAP_MEGABYTES, USED_BY_OTHERS } from './support/rebuildRun';
import type { RebuildFigures } from './support/rebuildRun';
import { bytes, duration, growth, table, whole } from './support/report';

const SIZES = [1_000, 10_000, 50_000] as const;
const ISSUES_PER_PAGE = 100;
const PROGRAM = resolve(__dirname, 'support/rebuildRun.ts');

function run(what: 'prepare' | 'measure', folder: string, issues: number): Promise<RebuildFigures | null> {
  const heap = what === 'measure' ? [`--max-old-space-size=${HEAP_MEGABYTES}`] : [];
  const execArgv = [...process.execArgv, ...heap];
  return new Promise((done, fail) => {
    let figures: RebuildFigures | null = null;
    const child = fork(PROGRAM, [what, folder, String(issues)], { execArgv });
    child.on('message', (sent: RebuildFigures) => (figures = sent));
    child.once('exit', (code) => (code === 0 ? done(figures) : fail(new Error(`${what} ended with ${code}`))));
  });
}

/** A process of its own makes the site, so that the measured one does not have its memory. */
async function measure(issues: number): Promise<RebuildFigures> {
  const figures = await withFolder(async (folder) => {
    await run('prepare', folder, issues);
    return run('measure', folder, issues);
  });
  if (figures === null) throw new Error('There are no figures');
  if (figures.issues !== issues) throw new Error(`The mirror has ${figures.issues} of ${issues} issues`);
  return figures;
}

interface Quantity {
  readonly name: string;
  readonly of: (figures: RebuildFigures) => number;
  readonly shown: (value: number) => string;
}

const QUANTITIES: readonly Quantity[] = [
  { name: 'time', of: ({ milliseconds }) => milliseconds, shown: duration },
  { name: 'points', of: ({ points }) => points, shown: whole },
  { name: 'points above the least', of: ({ issues, points }) => points - leastPoints(issues), shown: whole },
  { name: 'calls', of: ({ calls }) => calls, shown: whole },
  { name: 'SQL statements', of: ({ statements }) => statements, shown: whole },
  { name: 'SQL time', of: ({ sqlMilliseconds }) => sqlMilliseconds, shown: duration },
  { name: 'slowest statement', of: ({ slowest }) => slowest.milliseconds, shown: duration },
  { name: 'peak of the process', of: ({ memory }) => memory.peak, shown: bytes },
  { name: 'of which for the rebuild', of: ({ memory }) => memory.peak - memory.before, shown: bytes },
  { name: 'slices', of: ({ slices }) => slices, shown: whole },
  { name: 'longest slice', of: ({ longestSlice }) => longestSlice, shown: duration },
  { name: 'dollars', of: ({ dollars }) => dollars, shown: (value) => value.toFixed(4) },
];

/** Jira gives an issue for one point and a page of a hundred for one more. */
function leastPoints(issues: number): number {
  return issues + Math.ceil(issues / ISSUES_PER_PAGE);
}

function rowOf({ name, of, shown }: Quantity, all: readonly RebuildFigures[]): readonly string[] {
  const values = all.map(of);
  const cells = values.flatMap((value, at) => {
    const before = values[at - 1];
    return before === undefined ? [shown(value)] : [shown(value), `× ${(value / before).toFixed(1)}`];
  });
  return [name, ...cells, growth(SIZES, values).toFixed(2)];
}

function waitingOf({ issues, minutes, refusedCalls, endpoints }: RebuildFigures): string {
  const asked = endpoints.map(({ what, calls, points }) => `${what}: ${whole(calls)} calls, ${whole(points)} points`);
  const waited = `${whole(refusedCalls)} refused for the quota, ${whole(minutes)} minutes waited on the site's clock`;
  return [`\n${whole(issues)} issues, ${waited}`, ...asked.map((line) => `  ${line}`)].join('\n');
}

/** How the reading of a whole project into the mirror grows with the project. */
export const mirrorRebuildBench: Bench = {
  title: "a project is read whole, by the app's queue within every limit",
  async run(print) {
    const all: RebuildFigures[] = [];
    for (const issues of SIZES) all.push(await measure(issues));
    const [first, ...others] = SIZES.map((issues) => `${whole(issues)} issues`);
    const columns = ['', first ?? '', ...others.flatMap((size) => [size, '']), 'power'];
    print(table(columns, QUANTITIES.map((quantity) => rowOf(quantity, all)))); // prettier-ignore
    for (const figures of all) print(waitingOf(figures));
    const shared = `Other customers have used ${whole(USED_BY_OTHERS)} of the hour's 65,000 points before each.`;
    print(
      `\n${shared} App and site are one process with ${HEAP_MEGABYTES} MB of JavaScript heap; so is libSQL, unless COUNTERSIGN_SQL names a MariaDB.`,
    );
  },
};
