import { randomOf } from '../../sandbox/random';
import type { Efforts } from '../../src/domain/impact/schedule/efforts';

export interface GeneratedSchedule {
  readonly efforts: Efforts;
  /** The tasks that each task waits for, all with smaller numbers. */
  readonly before: readonly (readonly number[])[];
}

/** How far back in the list a task finds what it waits for, as issues depend on issues of their own time. */
const REACH = 200;
const MOST_BEFORE = 3;

/** Tasks with efforts of some days, each waiting for up to three of the 200 before it. */
export function generateSchedule(tasks: number, seed: number): GeneratedSchedule {
  const random = randomOf(seed);
  const low = new Float64Array(tasks).map(() => 0.5 + 1.5 * random());
  const likely = low.map((days) => days + 0.1 + 3 * random());
  const high = likely.map((days) => days + 0.1 + 6 * random());
  const before = Array.from({ length: tasks }, (_, task) => {
    const reach = Math.min(REACH, task);
    const count = task === 0 ? 0 : Math.floor(random() * (MOST_BEFORE + 1));
    return [...new Set(Array.from({ length: count }, () => task - 1 - Math.floor(random() * reach)))];
  });
  return { efforts: { low, likely, high }, before };
}
