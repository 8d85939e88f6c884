import { componentsOf, rowsOf } from './scc';
import type { Indexes, Rows } from './scc';

/** Which tasks have to wait for which, by index: `task[i]` cannot start before `predecessor[i]` is finished. */
export interface Dependencies {
  readonly task: Indexes;
  readonly predecessor: Indexes;
}

/** Tasks with their cycles collapsed: what remains are steps that can be taken in the order of their numbers. */
export interface Network {
  /** The step of each task. */
  readonly stepOf: Int32Array;
  /** The tasks of each step; several where they wait for each other. */
  readonly members: Rows;
  /** The steps that each step waits for, each once; all have smaller numbers. */
  readonly before: Rows;
  /** Tasks that wait for each other or for themselves, in ascending order; the cycle with the smallest task first. */
  readonly cycles: readonly (readonly number[])[];
}

function requireTask(size: number, task: number): void {
  if (!Number.isInteger(task) || task < 0 || task >= size) throw new RangeError(`There is no task ${task}`);
}

function membersOf(size: number, count: number, stepOf: Int32Array): Rows {
  return rowsOf(
    count,
    stepOf,
    Int32Array.from({ length: size }, (_, task) => task),
  );
}

/** The edges between different steps, each once. */
function stepsBefore(count: number, members: Rows, predecessors: Rows, stepOf: Int32Array): Rows {
  const seenBy = new Int32Array(count).fill(-1);
  const from: number[] = [];
  const to: number[] = [];
  for (let step = 0; step < count; step += 1) {
    seenBy[step] = step;
    for (const task of rowOf(members, step)) {
      for (const predecessor of rowOf(predecessors, task)) {
        const earlier = stepOf[predecessor] ?? 0;
        if (seenBy[earlier] === step) continue;
        seenBy[earlier] = step;
        from.push(step);
        to.push(earlier);
      }
    }
  }
  return rowsOf(count, from, to);
}

function cyclesAmong(
  count: number,
  members: Rows,
  { task, predecessor }: Dependencies,
): readonly (readonly number[])[] {
  const selfish = new Set<number>();
  for (let edge = 0; edge < task.length; edge += 1) {
    const waiting = task[edge] ?? 0;
    if (waiting === predecessor[edge]) selfish.add(waiting);
  }
  const cycles: (readonly number[])[] = [];
  for (let step = 0; step < count; step += 1) {
    const tasks = rowOf(members, step);
    if (tasks.length > 1 || selfish.has(tasks[0] ?? -1)) cycles.push([...tasks]);
  }
  return cycles.sort(([a = 0], [b = 0]) => a - b);
}

/** The targets of one node, in a view without a copy. */
export function rowOf(rows: Rows, node: number): Int32Array {
  return rows.targets.subarray(rows.offsets[node], rows.offsets[node + 1]);
}

/**
 * Collapses the cycles of `size` tasks and puts what remains in order.
 *
 * @throws RangeError where a dependency names a task that is not there
 */
export function buildNetwork(size: number, after: Dependencies): Network {
  if (after.task.length !== after.predecessor.length) throw new RangeError('Each dependency needs both its tasks');
  for (let edge = 0; edge < after.task.length; edge += 1) {
    requireTask(size, after.task[edge] ?? -1);
    requireTask(size, after.predecessor[edge] ?? -1);
  }
  const predecessors = rowsOf(size, after.task, after.predecessor);
  const { of: stepOf, count } = componentsOf(predecessors);
  const members = membersOf(size, count, stepOf);
  return {
    stepOf,
    members,
    before: stepsBefore(count, members, predecessors, stepOf),
    cycles: cyclesAmong(count, members, after),
  };
}
