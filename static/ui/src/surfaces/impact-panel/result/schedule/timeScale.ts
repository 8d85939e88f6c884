import type { Day } from '../../../../../../../src/contract/feedback';
import type { ScheduleResult } from '../../../../../../../src/contract/impact';

const DAY = 86_400_000;

export interface TimeScale {
  /** Where a day lies, in percent of the width. */
  readonly at: (day: Day) => number;
  /** The first of some months, for the axis. */
  readonly ticks: readonly Day[];
}

function daysOf({ milestones, overall }: ScheduleResult): readonly Day[] {
  const ranges = [...milestones, ...(overall === null ? [] : [overall])];
  const finishes = ranges.flatMap(({ before, after }) => [before.p50, before.p95, after.p50, after.p95]);
  return [...finishes, ...milestones.flatMap(({ version }) => version.date ?? [])];
}

/** Distances between ticks that people read without counting, in months; from a year on ticks are first days of years. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const MOST_TICKS = 5;

/** First days of months or years between two instants, a handful of them. */
function months(from: number, to: number): readonly Day[] {
  const [first, last] = [new Date(from), new Date(to)];
  const start = first.getUTCFullYear() * 12 + first.getUTCMonth() + 1;
  const count = last.getUTCFullYear() * 12 + last.getUTCMonth() - start + 1;
  const step = STEPS.find((each) => count / each <= MOST_TICKS) ?? 240;
  const aligned = Math.ceil(start / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((start + count - aligned) / step)) }, (_, index) => {
    const month = aligned + index * step;
    return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
  });
}

/** A scale on which every day of the picture has room; days far apart share the width evenly. */
export function timeScale(schedule: ScheduleResult): TimeScale {
  const instants = daysOf(schedule).map((day) => Date.parse(day));
  const first = Math.min(...instants);
  const last = Math.max(...instants);
  const margin = Math.max(2 * DAY, (last - first) * 0.04);
  const [from, to] = [first - margin, last + margin];
  return { at: (day) => ((Date.parse(day) - from) / (to - from)) * 100, ticks: months(from, to) };
}
