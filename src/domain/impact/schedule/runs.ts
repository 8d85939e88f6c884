import { Draws } from './draws';
import type { Efforts } from './efforts';
import { Paths } from './paths';
import type { Course } from './paths';
import { table } from './rows';
import type { Rows } from './scc';

export interface Runs extends Course {
  readonly efforts: Efforts;
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

/** Adds to `starts` the effort of a step, the sum of its tasks'. */
function drawStep(
  draws: Draws,
  members: Rows,
  step: number,
  starts: Float64Array,
  into: Float64Array,
  count: number,
): void {
  const end = members.offsets[step + 1] ?? 0;
  let from = starts;
  for (let next = members.offsets[step] ?? 0; next < end; next += 1) {
    draws.draw(members.targets[next] ?? 0, from, into, count);
    from = into;
  }
}

/**
 * Draws every effort in every run and follows the longest path to each target. With a capacity a target is not finished
 * before its own work and that of the targets before it could be done by it: the lower bound of any plan that delivers
 * in this order.
 */
export function simulateRuns(input: Runs): Outcome {
  const { network, targets, runs } = input;
  const steps = network.before.size;
  const held = input.held === undefined ? null : new Set(input.held.map((task) => network.stepOf[task] ?? -1));
  const width = widthFor(steps * (held === null ? 1 : 2), runs);
  const draws = new Draws(input.efforts, input.seed);
  const paths = new Paths(input, width, null);
  const tails = held === null ? null : new Paths(input, width, held);
  const finish = table(targets.count, runs);
  const behind = held === null ? null : table(targets.count, runs);
  // Where only finishes are asked for, an effort is added to its start as soon as it is drawn.
  const isPlain = tails === null && input.capacityPerDay === null;
  const origin = new Float64Array(width);
  const effort = new Float64Array(width);
  for (let offset = 0; offset < runs; offset += width) {
    const count = Math.min(width, runs - offset);
    paths.clear();
    tails?.clear();
    for (let step = 0; step < steps; step += 1) {
      if (isPlain) {
        drawStep(draws, network.members, step, paths.startOf(step, count), paths.finishOf(step), count);
        continue;
      }
      drawStep(draws, network.members, step, origin, effort, count);
      paths.extend(step, effort, count);
      tails?.extend(step, effort, count);
    }
    paths.conclude(finish, offset, count);
    if (behind !== null) tails?.conclude(behind, offset, count);
  }
  return { finish, behind };
}
