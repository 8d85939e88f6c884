import { assessedSite } from './support/assessedSite';
import type { AssessFigures } from './support/assessRun';
import type { Bench } from './support/bench';
import { growthTable } from './support/growthTable';
import type { Quantity } from './support/growthTable';
import { HEAP_MEGABYTES } from './support/ownProcess';
import { bytes, duration, whole } from './support/report';

const SIZES = [1_000, 10_000, 50_000] as const;
const AFFECTED = 500;
const WAYS = [
  { estimated: 1, what: 'every issue has an estimate: finish days are simulated' },
  { estimated: 0, what: 'no issue has one: finish days come from the past' },
] as const;

const QUANTITIES: readonly Quantity<AssessFigures>[] = [
  { name: 'links', of: ({ links }) => links, shown: whole },
  { name: 'open issues', of: ({ open }) => open, shown: whole },
  { name: 'time', of: ({ requirement }) => requirement.milliseconds, shown: duration },
  { name: 'of the first in a process', of: ({ requirement }) => requirement.first, shown: duration },
  { name: 'of which SQL', of: ({ requirement }) => requirement.sqlMilliseconds, shown: duration },
  { name: 'slowest statement', of: ({ requirement }) => requirement.slowestStatement, shown: duration },
  { name: 'SQL statements', of: ({ requirement }) => requirement.statements, shown: whole },
  { name: 'Jira calls', of: ({ requirement }) => requirement.calls, shown: whole },
  { name: 'points', of: ({ requirement }) => requirement.points, shown: whole },
  { name: 'dollars for a thousand', of: ({ requirement }) => 1_000 * requirement.dollars, shown: (value) => value.toFixed(4) }, // prettier-ignore
  { name: 'answer', of: ({ requirement }) => requirement.bytes, shown: bytes },
  { name: 'a hub: affected', of: ({ hub }) => hub.affected, shown: whole },
  { name: 'a hub: listed', of: ({ hub }) => hub.listed, shown: whole },
  { name: 'a hub: time', of: ({ hub }) => hub.milliseconds, shown: duration },
  { name: 'a hub: points', of: ({ hub }) => hub.points, shown: whole },
  { name: 'a hub: answer', of: ({ hub }) => hub.bytes, shown: bytes },
  { name: 'peak of the process', of: ({ memory }) => memory.peak, shown: bytes },
  { name: 'of which for assessments', of: ({ memory }) => memory.peak - memory.before, shown: bytes },
];

/** How an assessment grows with the project, the change staying the same. */
export const impactGrowthBench: Bench = {
  title: `a change that affects ${AFFECTED} issues, in a larger and larger project`,
  async run(print) {
    for (const { estimated, what } of WAYS) {
      const all: AssessFigures[] = [];
      for (const issues of SIZES) all.push(await assessedSite({ issues, affected: AFFECTED, estimated }));
      const bases = [...new Set(all.map(({ requirement }) => requirement.basis))];
      print(`\n${what} (basis: ${bases.join(', ')})\n`);
      print(growthTable(SIZES, QUANTITIES, all));
    }
    print(
      '\nThe hub is an issue that 400 issues from everywhere in the project require; a list has at most 2,500 rows.',
    );
    print(`App and site are one process with ${HEAP_MEGABYTES} MB of JavaScript heap, and libSQL is in it too.`);
  },
};
