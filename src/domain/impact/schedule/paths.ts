import type { Network } from './network';
import { rowOf } from './network';
import { add, later, table } from './rows';
import type { Targets } from './targets';

export interface Course {
  readonly network: Network;
  readonly targets: Targets;
  /** Person-days of a working day; null without a limit. Greater than 0. */
  readonly capacityPerDay: number | null;
}

/** The longest paths through the network in several runs at once, and how much work lies on any path. */
export class Paths {
  /** When each step is finished; minus infinity for a step that no path reaches. */
  private readonly finish: readonly Float64Array[];
  /** By the target that first needs it; null where no limit asks for it. */
  private readonly work: readonly Float64Array[] | null;
  private readonly origin: Float64Array;
  private readonly nowhere: Float64Array;
  private readonly done: Float64Array;

  constructor(
    private readonly course: Course,
    width: number,
    /** Steps at which a path may begin; null: at any. */
    private readonly starts: ReadonlySet<number> | null,
  ) {
    this.finish = table(course.network.before.size, width);
    this.work = course.capacityPerDay === null ? null : table(course.targets.count, width);
    this.origin = new Float64Array(width);
    this.nowhere = new Float64Array(width).fill(-Infinity);
    this.done = new Float64Array(width);
  }

  /** Begins with other runs. */
  clear(): void {
    for (const row of this.work ?? []) row.fill(0);
  }

  /** When a step can start: when all before it are finished. May be the row of one of them. */
  startOf(step: number, count: number): Float64Array {
    const { offsets, targets: earlier } = this.course.network.before;
    const end = offsets[step + 1] ?? 0;
    let next = offsets[step] ?? 0;
    let start = this.beginning(step, next === end);
    if (start === null) {
      start = this.finishOf(earlier[next] ?? 0);
      next += 1;
    }
    const own = this.finishOf(step);
    for (; next < end; next += 1) {
      later(own, start, this.finishOf(earlier[next] ?? 0), count);
      start = own;
    }
    return start;
  }

  /** When a step is finished; to be written once it is known. */
  finishOf(step: number): Float64Array {
    return this.finish[step] ?? this.origin;
  }

  /** Lengthens the longest path to a step by its effort, and counts the effort as work if a path reaches it. */
  extend(step: number, effort: Float64Array, count: number): void {
    const own = this.finishOf(step);
    const start = this.startOf(step, count);
    if (start !== own) own.set(start);
    add(own, effort, count);
    const work = this.work?.[this.course.targets.first[step] ?? 0];
    if (work !== undefined && own[0] !== -Infinity) add(work, effort, count);
  }

  /** Writes when each target is finished, from `offset` on. */
  conclude(into: readonly Float64Array[], offset: number, count: number): void {
    const { finish, done, origin, nowhere, starts } = this;
    done.fill(0);
    into.forEach((whole, target) => {
      const row = whole.subarray(offset, offset + count);
      row.set((starts === null ? origin : nowhere).subarray(0, count));
      const last = rowOf(this.course.targets.last, target);
      for (const step of last) later(row, row, finish[step] ?? row, count);
      this.hold(row, target, last.length > 0, count);
    });
  }

  /** Where a path to the step may come from beside the steps before it: the origin, nowhere, or null for no matter. */
  private beginning(step: number, isAlone: boolean): Float64Array | null {
    if (this.starts?.has(step) === true) return this.origin;
    if (!isAlone) return null;
    return this.starts === null ? this.origin : this.nowhere;
  }

  /** A target is not finished before its work and that of the targets before it can be done. */
  private hold(row: Float64Array, target: number, hasSteps: boolean, count: number): void {
    const { capacityPerDay } = this.course;
    const work = this.work?.[target];
    if (work === undefined || capacityPerDay === null) return;
    add(this.done, work, count);
    if (!hasSteps || row[0] === -Infinity) return;
    for (let run = 0; run < count; run += 1) {
      row[run] = Math.max(row[run] ?? 0, (this.done[run] ?? 0) / capacityPerDay);
    }
  }
}
