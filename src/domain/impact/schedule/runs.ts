import { Draws } from './draws';
import type { Efforts } from './efforts';
import type { Network } from './network';
import { rowOf } from './network';
import type { Targets } from './targets';
import { addEfforts } from './triangular';

export interface Runs {
  readonly network: Network;
  readonly targets: Targets;
  readonly efforts: Efforts;
  /** Person-days of a working day; null without a limit. Greater than 0. */
  readonly capacityPerDay: number | null;
  readonly runs: number;
  readonly seed: number;
  /** Tasks that may not begin before a decision; see `Outcome.behind`. */
  readonly held?: readonly number[];
}

export interface Outcome {
  /** For each target its finish in every run, in working days from now, the runs in their order. */
  readonly finish: readonly Float64Array[];
  /**
   * For each target, if tasks are held, how long it takes in every run from their start to its finish; minus infinity
   * where it needs none of them. A decision after `w` working days gives the finish `max(finish, w + behind)`.
   */
  readonly behind: readonly Float64Array[] | null;
}

/** Finish times kept at once, in numbers of 8 bytes: what the processor's cache holds beside the rest. */
const KEPT_AT_ONCE = 2 ** 19;
const FEWEST_RUNS = 16;
const MOST_RUNS = 256;

/** How many runs are reckoned together; it changes the memory and the time, never a result. */
function widthFor(steps: number, runs: number): number {
  const fitting = Math.floor(KEPT_AT_ONCE / Math.max(1, steps));
  return Math.max(1, Math.min(runs, MOST_RUNS, Math.max(FEWEST_RUNS, fitting)));
}

/** Raises each of `into` to the number in the same place of `from`. */
function raise(into: Float64Array, from: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) into[run] = Math.max(into[run] ?? 0, from[run] ?? 0);
}

function add(into: Float64Array, from: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) into[run] = (into[run] ?? 0) + (from[run] ?? 0);
}

/** One row of numbers for each of several things. */
function table(count: number, width: number): readonly Float64Array[] {
  const all = new Float64Array(count * width);
  return Array.from({ length: count }, (_, index) => all.subarray(index * width, (index + 1) * width));
}

/** Paths through the network, and the work of it by the target that first needs it. */
class Paths {
  /** When each step is finished; for a step behind nothing that counts, minus infinity. */
  readonly finish: readonly Float64Array[];
  private readonly work: readonly Float64Array[] | null;

  constructor(
    private readonly runs: Runs,
    private readonly width: number,
    /** Steps at which a path may begin; null: at any. */
    private readonly starts: ReadonlySet<number> | null,
  ) {
    this.finish = table(runs.network.before.size, width);
    this.work = runs.capacityPerDay === null ? null : table(runs.targets.count, width);
  }

  clear(): void {
    for (const row of this.work ?? []) row.fill(0);
  }

  /** Lengthens the longest path to a step by the step's own effort. */
  extend(step: number, effort: Float64Array, count: number): void {
    const { network, targets } = this.runs;
    const row = this.finish[step] ?? effort;
    row.fill(this.starts === null || this.starts.has(step) ? 0 : -Infinity, 0, count);
    for (const earlier of rowOf(network.before, step)) raise(row, this.finish[earlier] ?? row, count);
    add(row, effort, count);
    const work = this.work?.[targets.first[step] ?? 0];
    if (work !== undefined && row[0] !== -Infinity) add(work, effort, count);
  }

  /** Writes when each target is finished from `offset` on. */
  conclude(into: readonly Float64Array[], offset: number, count: number): void {
    const { targets, capacityPerDay } = this.runs;
    const done = new Float64Array(this.width);
    into.forEach((whole, target) => {
      const row = whole.subarray(offset, offset + count);
      const last = rowOf(targets.last, target);
      row.fill(this.starts === null ? 0 : -Infinity);
      for (const step of last) raise(row, this.finish[step] ?? row, count);
      const work = this.work?.[target];
      if (work === undefined || capacityPerDay === null) return;
      add(done, work, count);
      if (last.length === 0 || row[0] === -Infinity) return;
      for (let run = 0; run < count; run += 1) {
        row[run] = Math.max(row[run] ?? 0, (done[run] ?? 0) / capacityPerDay);
      }
    });
  }
}

/**
 * Draws every effort in every run and follows the longest path to each target. With a capacity a target is not finished
 * before its own work and that of the targets before it could be done by it: the lower bound of any plan that delivers
 * in this order.
 */
export function simulateRuns(input: Runs): Outcome {
  const { network, targets, efforts, runs } = input;
  const steps = network.before.size;
  const held = input.held === undefined ? null : new Set(input.held.map((task) => network.stepOf[task] ?? -1));
  const width = widthFor(steps * (held === null ? 1 : 2), runs);
  const draws = new Draws(network.stepOf.length, input.seed);
  const paths = new Paths(input, width, null);
  const tails = held === null ? null : new Paths(input, width, held);
  const finish = table(targets.count, runs);
  const behind = held === null ? null : table(targets.count, runs);
  const uniform = new Float64Array(width);
  const effort = new Float64Array(width);
  for (let offset = 0; offset < runs; offset += width) {
    const count = Math.min(width, runs - offset);
    paths.clear();
    tails?.clear();
    for (let step = 0; step < steps; step += 1) {
      effort.fill(0);
      for (const task of rowOf(network.members, step)) {
        draws.fill(task, uniform, count);
        addEfforts(efforts, task, uniform, effort, count);
      }
      paths.extend(step, effort, count);
      tails?.extend(step, effort, count);
    }
    paths.conclude(finish, offset, count);
    if (behind !== null) tails?.conclude(behind, offset, count);
  }
  return { finish, behind };
}
