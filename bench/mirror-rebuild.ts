import { resolve } from 'node:path';
import type { Bench } from './support/bench';
import { growthTable } from './support/growthTable';
import type { Quantity } from './support/growthTable';
import { withFolder } from './support/mirrorSite';
import { HEAP_MEGABYTES, runAlone } from './support/ownProcess';
import { USED_BY_OTHERS } from './support/rebuildRun';
import type { RebuildFigures } from './support/rebuildRun';
import { bytes, duration, whole } from './support/report';

const SIZES = [1_000, 10_000, 50_000] as const;
const ISSUES_PER_PAGE = 100;
const PROGRAM = resolve(__dirname, 'support/rebuildRun.ts');

/** A process of its own makes the site, so that the measured one does not have its memory. */
async function measure(issues: number): Promise<RebuildFigures> {
  const figures = await withFolder(async (folder) => {
    await runAlone(PROGRAM, ['prepare', folder, String(issues)]);
    return runAlone<RebuildFigures>(PROGRAM, ['measure', folder]);
  });
  if (figures === null) throw new Error('There are no figures');
  if (figures.issues !== issues) throw new Error(`The mirror has ${figures.issues} of ${issues} issues`);
  return figures;
}

const QUANTITIES: readonly Quantity<RebuildFigures>[] = [
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
    print(growthTable(SIZES, QUANTITIES, all));
    for (const figures of all) print(waitingOf(figures));
    const shared = `Other customers have used ${whole(USED_BY_OTHERS)} of the hour's 65,000 points before each.`;
    print(
      `\n${shared} App and site are one process with ${HEAP_MEGABYTES} MB of JavaScript heap; so is libSQL, unless COUNTERSIGN_SQL names a MariaDB.`,
    );
  },
};
