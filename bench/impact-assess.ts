import { assessedSite } from './support/assessedSite';
import type { Bench } from './support/bench';
import { bytes, duration, ratio, table, whole } from './support/report';

/** Of all sites that have the app together. */
const POINTS_AN_HOUR = 65_000;
const ISSUES = 10_000;
const AFFECTED = 2_000;
/** What may be used at most. */
const [MOST_STATEMENTS, MOST_CALLS] = [3, 4];

/** What Jira and the database are asked between the click and the result, beside one call for each affected issue. */
export const impactAssessBench: Bench = {
  title: `a change that affects ${whole(AFFECTED)} of ${whole(ISSUES)} issues, from click to result, by the meter`,
  async run(print) {
    const { requirement: own, oneByOne } = await assessedSite(
      { issues: ISSUES, affected: AFFECTED, estimated: 1 },
      { oneByOne: true },
    );
    if (oneByOne === null) throw new Error('One call for each issue was not measured');
    const columns = ['', 'SQL statements', 'Jira calls', 'points', 'time here'];
    const rows = [
      ['assessment', whole(own.statements), whole(own.calls), whole(own.points), duration(own.milliseconds)],
      [
        'one call for each issue',
        '0',
        ...[oneByOne.calls, oneByOne.points].map(whole),
        duration(oneByOne.milliseconds),
      ],
    ];
    print(table(columns, rows));
    const times = [ratio(oneByOne.calls, own.calls), ratio(oneByOne.points, own.points)];
    print(`\nOne by one takes ${times[0]} as many calls and ${times[1]} the points, and has only read by then:`);
    print(`${whole(POINTS_AN_HOUR / oneByOne.points)} such readings spend an hour's quota of all sites.`);
    print(`The first assessment of a process takes ${duration(own.first)}; the answer has ${bytes(own.bytes)}.`);
    const isMet = own.statements <= MOST_STATEMENTS && own.calls <= MOST_CALLS;
    const aim = `at most ${MOST_STATEMENTS} statements and ${MOST_CALLS} calls`;
    print(`Aim: ${aim}: ${isMet ? 'met' : 'NOT MET'}.`);
    if (!isMet) throw new Error(`An assessment takes more than ${aim}`);
  },
};
