import { repairEfforts } from './efforts';
import type { Efforts } from './efforts';
import { buildNetwork } from './network';
import type { Dependencies } from './network';
import { simulateRuns } from './runs';
import type { Outcome } from './runs';
import type { Indexes } from './scc';
import { targetsOf } from './targets';

/** What is open and in which order it can be done; tasks by index. */
export interface ScheduleInput {
  /** In working days of one person; whatever cannot be reckoned with is repaired and counted. */
  readonly efforts: Efforts;
  readonly after: Dependencies;
  /** The tasks of each milestone, the milestones in the order in which they are delivered. */
  readonly milestones: readonly Indexes[];
  /** Person-days that get done in a working day; null without a limit. */
  readonly capacityPerDay: number | null;
  readonly runs: number;
  /** An integer; the same input and seed give the same result, bit for bit. */
  readonly seed: number;
  /** Days above which an effort is cut as absurd; `ABSURD_DAYS` where nothing is said. */
  readonly effortLimit?: number;
}

/** Finish times in working days from now, ascending; 0 where nothing is left to do. */
export interface Schedule {
  /** Of each milestone. */
  readonly finish: readonly Float64Array[];
  /** Of everything that is open. */
  readonly overall: Float64Array;
  /** Tasks that wait for each other; each cycle is done as one piece, its efforts one after the other. */
  readonly cycles: readonly (readonly number[])[];
  /** For how many tasks the effort was missing, negative, absurd or out of order. */
  readonly repaired: number;
  /** Whether the capacity was no number above 0, so that none was applied. */
  readonly capacityIgnored: boolean;
}

/** What two schedules share, and what the change does to each run. */
export interface Comparison {
  readonly before: Schedule;
  readonly after: Schedule;
  /** By how many working days each run's finish moves, ascending; the same draws with and without the change. */
  readonly slip: Pick<Schedule, 'finish' | 'overall'>;
}

interface Simulated {
  readonly outcome: Outcome;
  readonly facts: Pick<Schedule, 'cycles' | 'repaired' | 'capacityIgnored'>;
}

/** Runs in their order, and with them what happens if the tasks of `held` must wait. */
export function runSchedule(input: ScheduleInput, held?: readonly number[]): Simulated {
  const { capacityPerDay, runs, seed } = input;
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError('A simulation needs at least one run');
  const { efforts, repaired } = repairEfforts(input.efforts, input.effortLimit);
  const network = buildNetwork(efforts.likely.length, input.after);
  const targets = targetsOf(network, input.milestones);
  const capacityIgnored = capacityPerDay !== null && !(capacityPerDay > 0);
  const outcome = simulateRuns({
    network,
    targets,
    efforts,
    capacityPerDay: capacityIgnored ? null : capacityPerDay,
    runs,
    seed,
    ...(held === undefined ? {} : { held }),
  });
  return { outcome, facts: { cycles: network.cycles, repaired, capacityIgnored } };
}

/** The milestones, and everything, of a list that has everything behind the milestones. */
function parted(all: readonly Float64Array[]): Pick<Schedule, 'finish' | 'overall'> {
  const sorted = all.map((runs) => runs.toSorted());
  return { finish: sorted.slice(0, -1), overall: sorted.at(-1) ?? new Float64Array(0) };
}

/**
 * When the milestones and everything will be finished: efforts drawn from triangular distributions, each task starting
 * once all it waits for are finished, `runs` times over.
 *
 * @throws RangeError for tasks that are not there, no run at all, or a seed that is no integer
 */
export function simulate(input: ScheduleInput): Schedule {
  const { outcome, facts } = runSchedule(input);
  return { ...parted(outcome.finish), ...facts };
}

/**
 * The schedule without and with a change, every task drawing the same numbers in both. The change may alter efforts,
 * dependencies and the tasks of milestones, and may add tasks behind the others.
 */
export function compare(
  before: ScheduleInput,
  change: Partial<Pick<ScheduleInput, 'efforts' | 'after' | 'milestones'>>,
): Comparison {
  const without = runSchedule(before);
  const withIt = runSchedule({ ...before, ...change });
  const slip = withIt.outcome.finish.map((runs, target) =>
    runs.map((finish, run) => finish - (without.outcome.finish[target]?.[run] ?? 0)),
  );
  return {
    before: { ...parted(without.outcome.finish), ...without.facts },
    after: { ...parted(withIt.outcome.finish), ...withIt.facts },
    slip: parted(slip),
  };
}
