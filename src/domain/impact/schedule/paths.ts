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

/** 1 for each step that a path from a start reaches, the starts among them. */
function reachedFrom({ before }: Network, starts: ReadonlySet<number> | null): Uint8Array {
  const reached = new Uint8Array(before.size).fill(starts === null ? 1 : 0);
  for (const step of starts ?? []) reached[step] = 1;
  for (let step = 0; step < before.size; step += 1) {
    if (rowOf(before, step).some((earlier) => reached[earlier] === 1)) reached[step] = 1;
  }
  return reached;
}

/** The longest paths through the network in several runs at once, and how much work lies on any path. */
export class Paths {
  /** When each step is finished, if a path reaches it. */
  private readonly finish: readonly Float64Array[];
  /** By the target that first needs it; null where no limit asks for it. */
  private readonly work: readonly Float64Array[] | null;
  private readonly origin: Float64Array;
  private readonly reached: Uint8Array;
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
    this.reached = reachedFrom(course.network, starts);
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
    const own = this.finishOf(step);
    let start = this.starts?.has(step) === true ? this.origin : null;
    for (let next = offsets[step] ?? 0; next < end; next += 1) {
      const before = earlier[next] ?? 0;
      if (this.reached[before] === 0) continue;
      if (start === null) {
        start = this.finishOf(before);
        continue;
      }
      later(own, start, this.finishOf(before), count);
      start = own;
    }
    return start ?? this.origin;
  }

  /** When a step is finished; to be written once it is known. */
  finishOf(step: number): Float64Array {
    return this.finish[step] ?? this.origin;
  }

  /** Lengthens the longest path to a step by its effort, and counts the effort as work, if a path reaches it. */
  extend(step: number, effort: Float64Array, count: number): void {
    if (this.reached[step] === 0) return;
    const own = this.finishOf(step);
    const start = this.startOf(step, count);
    if (start !== own) own.set(start);
    add(own, effort, count);
    const work = this.work?.[this.course.targets.first[step] ?? 0];
    if (work !== undefined) add(work, effort, count);
  }

  /** Writes when each target is finished, from `offset` on; minus infinity where no path from a start leads to it. */
  conclude(into: readonly Float64Array[], offset: number, count: number): void {
    this.done.fill(0);
    into.forEach((whole, target) => {
      const row = whole.subarray(offset, offset + count).fill(0);
      const last = rowOf(this.course.targets.last, target).filter((step) => this.reached[step] !== 0);
      for (const step of last) later(row, row, this.finishOf(step), count);
      this.hold(row, target, last.length > 0, count);
      if (last.length === 0 && this.starts !== null) row.fill(-Infinity);
    });
  }

  /** A target is not finished before its work and that of the targets before it can be done. */
  private hold(row: Float64Array, target: number, hasSteps: boolean, count: number): void {
    const { capacityPerDay } = this.course;
    const work = this.work?.[target];
    if (work === undefined || capacityPerDay === null) return;
    add(this.done, work, count);
    if (!hasSteps) return;
    for (let run = 0; run < count; run += 1) {
      row[run] = Math.max(row[run] ?? 0, (this.done[run] ?? 0) / capacityPerDay);
    }
  }
}
