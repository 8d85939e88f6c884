import { meanOf, quantile } from '../src/domain/impact/schedule/quantile';
import { simulate } from '../src/domain/impact/schedule/simulate';
import type { ScheduleInput } from '../src/domain/impact/schedule/simulate';
import type { Bench } from './support/bench';
import { generateSchedule } from './support/generatedSchedule';
import type { GeneratedSchedule } from './support/generatedSchedule';
import { NUMPY_WAYS, startNumpy } from './support/numpySchedule';
import type { NumpyAnswer, NumpySchedule, NumpyWay } from './support/numpySchedule';
import { bytes, duration, growth, median, table, whole } from './support/report';

const TASKS = 2_000;
const RUNS = 5_000;
const WARM_UP = 3;
const ROUNDS = 11;
/** At most this share of numpy's time. */
const AIM = 0.8;
const SIZES = [1_000, 10_000, 50_000] as const;
const SIZED_RUNS = 1_000;
const SIZED_ROUNDS = 3;
const KILOBYTE = 1_024;

interface Measured {
  readonly ms: number;
  readonly figures: readonly string[];
}

function inputOf({ efforts, before }: GeneratedSchedule, runs: number): ScheduleInput {
  const after = { task: before.flatMap((all, task) => all.map(() => task)), predecessor: before.flat() };
  return { efforts, after, milestones: [], capacityPerDay: null, runs, seed: 1 };
}

function figuresOf(p50: number, p80: number, p95: number, mean: number): readonly string[] {
  return [p50, p80, p95, mean].map((days) => days.toFixed(2));
}

function simulated(input: ScheduleInput): Measured {
  const start = performance.now();
  const { overall } = simulate(input);
  const [p50, p80, p95, mean] = [0.5, 0.8, 0.95].map((p) => quantile(overall, p)).concat(meanOf(overall));
  return { ms: performance.now() - start, figures: figuresOf(p50 ?? NaN, p80 ?? NaN, p95 ?? NaN, mean ?? NaN) };
}

/** The most memory the process has had so far, in bytes. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS * KILOBYTE;
}

interface Compared {
  readonly own: readonly Measured[];
  readonly others: Readonly<Record<NumpyWay, readonly NumpyAnswer[]>>;
}

/** One after the other in turn, so that whatever else the machine does meets them all. */
async function inTurn(input: ScheduleInput, numpy: NumpySchedule): Promise<Compared> {
  const own: Measured[] = [];
  const others: Record<NumpyWay, NumpyAnswer[]> = { triangular: [], inverse: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    own.push(simulated(input));
    for (const way of NUMPY_WAYS) others[way].push(await numpy.simulate(way));
  }
  return {
    own: own.slice(WARM_UP),
    others: { triangular: others.triangular.slice(WARM_UP), inverse: others.inverse.slice(WARM_UP) },
  };
}

function report({ own, others }: Compared, ownPeak: number, version: string): string {
  const ownTime = median(own.map(({ ms }) => ms));
  const ways = NUMPY_WAYS.map((way) => ({
    way,
    time: median(others[way].map(({ ms }) => ms)),
    last: others[way].at(-1),
  }));
  const fastest = Math.min(...ways.map(({ time }) => time));
  const rows = ways.map(({ way, time, last }) => [
    `numpy ${version}, ${way}`,
    duration(time),
    (ownTime / time).toFixed(2),
    bytes((last?.peak ?? NaN) * KILOBYTE),
    ...(last === undefined ? [] : figuresOf(last.p50, last.p80, last.p95, last.mean)),
  ]);
  const first = ['Countersign', duration(ownTime), '1', bytes(ownPeak), ...(own.at(-1)?.figures ?? [])];
  const columns = ['', 'time', 'own / its', 'peak of the process', 'P50', 'P80', 'P95', 'mean'];
  const ratio = ownTime / fastest;
  return [
    table(columns, [first, ...rows]),
    `${ratio.toFixed(2)} of the time of the faster numpy; aim: at most ${AIM}: ${ratio <= AIM ? 'met' : 'NOT MET'}.`,
  ].join('\n');
}

async function compareWithNumpy(print: (line: string) => void): Promise<void> {
  const schedule = generateSchedule(TASKS, 1);
  const input = inputOf(schedule, RUNS);
  print(`${whole(RUNS)} runs of ${whole(TASKS)} tasks, ${whole(input.after.task.length)} dependencies`);
  const numpy = await startNumpy(schedule, RUNS);
  if (numpy === null) {
    const times = Array.from({ length: WARM_UP + ROUNDS }, () => simulated(input).ms).slice(WARM_UP);
    print(`${duration(median(times))}, ${bytes(peakMemory())} at the peak of the process.`);
    print('Not compared: python3-numpy is not installed.');
    return;
  }
  const before = peakMemory();
  simulated(input);
  const grown = peakMemory() - before;
  const compared = await inTurn(input, numpy);
  numpy.close();
  print(report(compared, peakMemory(), numpy.version));
  print(`The first simulation added ${bytes(grown)} to the peak.`);
}

function grow(print: (line: string) => void): void {
  const sized = SIZES.map((tasks) => {
    const input = inputOf(generateSchedule(tasks, 1), SIZED_RUNS);
    const times = Array.from({ length: SIZED_ROUNDS }, () => simulated(input).ms);
    return { tasks, time: median(times), peak: peakMemory() };
  });
  const rows = sized.map(({ tasks, time, peak }) => [
    whole(tasks),
    duration(time),
    `${((time * 1e6) / tasks / SIZED_RUNS).toFixed(1)} ns`,
    bytes(peak),
  ]);
  const columns = [`tasks, ${whole(SIZED_RUNS)} runs`, 'time', 'a task and run', 'peak of the process'];
  const exponent = growth(SIZES, sized.map(({ time }) => time)); // prettier-ignore
  print(`\n${table(columns, rows)}\nTime grows with the power ${exponent.toFixed(2)} of the number of tasks.`);
}

/** The schedule simulation beside the same in vectorised numpy. */
export const impactScheduleBench: Bench = {
  title: 'schedule simulation',
  async run(print) {
    await compareWithNumpy(print);
    grow(print);
  },
};
