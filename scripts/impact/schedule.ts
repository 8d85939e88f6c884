import { readFileSync } from 'node:fs';
import { meanOf, quantile } from '../../src/domain/impact/schedule/quantile';
import { simulate } from '../../src/domain/impact/schedule/simulate';
import type { Schedule, ScheduleInput } from '../../src/domain/impact/schedule/simulate';
import { NotASchedule, readSchedule } from './scheduleInput';

const USAGE = `npm run -s impact:schedule -- FILE

Simulates when everything is finished, with as much parallel work as the dependencies allow and without a calendar.

  FILE   {"tasks": [[low, likely, high], …], "after": [[task, predecessor], …], "runs": r, "seed": s};
         efforts are triangular, in days; - reads from standard input

Prints {"p50", "p80", "p95", "mean"} in days and "ms", the median time of at least five simulations in this process,
the input already read. Tasks that wait for each other are named, in "cycles" and on standard error, and done as one
piece whose effort is the sum of theirs.

Exit code 0: done. 2: there is nothing to simulate.`;

const FEWEST_TIMES = 5;
const MOST_TIMES = 25;
/** Short simulations are repeated for so many milliseconds, so that they are measured warm. */
const REPEATED_FOR = 3_000;

interface Answer {
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
  readonly mean: number;
  readonly cycles: Schedule['cycles'];
}

function answer(input: ScheduleInput): Answer {
  const { overall, cycles } = simulate(input);
  const [p50, p80, p95] = [quantile(overall, 0.5), quantile(overall, 0.8), quantile(overall, 0.95)];
  return { p50, p80, p95, mean: meanOf(overall), cycles };
}

function timed(input: ScheduleInput): { readonly result: Answer; readonly ms: number } {
  const times: number[] = [];
  const begun = performance.now();
  let result: Answer;
  do {
    const start = performance.now();
    result = answer(input);
    times.push(performance.now() - start);
  } while (times.length < FEWEST_TIMES || (times.length < MOST_TIMES && performance.now() - begun < REPEATED_FOR));
  return {
    result,
    ms: quantile(
      times.toSorted((a, b) => a - b),
      0.5,
    ),
  };
}

function nameCycles(cycles: Schedule['cycles']): void {
  for (const tasks of cycles) {
    const names = tasks.join(', ');
    console.error(
      tasks.length === 1
        ? `Task ${names} waits for itself; that is ignored.`
        : `Tasks ${names} wait for each other; they are taken as one piece, their efforts one after the other.`,
    );
  }
}

function main(): number {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || others.length > 0 || file === '--help') {
    console.error(USAGE);
    return file === '--help' ? 0 : 2;
  }
  try {
    const { result, ms } = timed(readSchedule(readFileSync(file === '-' ? 0 : file, 'utf8')));
    const { cycles, ...figures } = result;
    nameCycles(cycles);
    console.log(JSON.stringify({ ...figures, ms, ...(cycles.length === 0 ? {} : { cycles }) }));
    return 0;
  } catch (error) {
    if (!(error instanceof NotASchedule) && !(error instanceof Error && 'code' in error)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exitCode = main();
