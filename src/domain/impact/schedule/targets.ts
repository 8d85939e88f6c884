import { rowOf } from './network';
import type { Network } from './network';
import { rowsOf } from './scc';
import type { Indexes, Rows } from './scc';

/** What is to be finished: each milestone in the order given, and behind the last of them everything there is. */
export interface Targets {
  readonly count: number;
  /** For each target the steps that no other step of the same target waits for: with them it is finished. */
  readonly last: Rows;
  /** For each step the first target that needs it, itself or through what waits for it. */
  readonly first: Int32Array;
}

/** The steps that no other of them waits for. */
function lastOf(network: Network, steps: ReadonlySet<number>): readonly number[] {
  const last = new Set(steps);
  for (const step of steps) for (const earlier of rowOf(network.before, step)) last.delete(earlier);
  return [...last].sort((a, b) => a - b);
}

function firstNeeded(network: Network, own: readonly ReadonlySet<number>[]): Int32Array {
  const { size } = network.before;
  const first = new Int32Array(size).fill(own.length);
  own.toReversed().forEach((steps, index) => {
    for (const step of steps) first[step] = own.length - 1 - index;
  });
  for (let step = size - 1; step >= 0; step -= 1) {
    const target = first[step] ?? 0;
    for (const earlier of rowOf(network.before, step)) first[earlier] = Math.min(first[earlier] ?? 0, target);
  }
  return first;
}

/** @throws RangeError where a milestone names a task that is not there */
export function targetsOf(network: Network, milestones: readonly Indexes[]): Targets {
  const own = milestones.map((tasks) => new Set(Array.from(tasks, (task) => stepOf(network, task))));
  const everything = new Set(Array.from({ length: network.before.size }, (_, step) => step));
  const last = [...own, everything].map((steps) => lastOf(network, steps));
  const target = last.flatMap((steps, index) => steps.map(() => index));
  return { count: last.length, last: rowsOf(last.length, target, last.flat()), first: firstNeeded(network, own) };
}

function stepOf(network: Network, task: number): number {
  const step = network.stepOf[task];
  if (step === undefined) throw new RangeError(`There is no task ${task}`);
  return step;
}
