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

/** First days of months between two instants, at most six of them. */
function months(from: number, to: number): readonly Day[] {
  const first = new Date(from);
  const count =
    (new Date(to).getUTCFullYear() - first.getUTCFullYear()) * 12 + new Date(to).getUTCMonth() - first.getUTCMonth();
  const step = Math.max(1, Math.ceil(count / 5));
  return Array.from({ length: Math.floor(count / step) }, (_, index) =>
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1 + index * step, 1)).toISOString().slice(0, 10),
  ).filter((day) => Date.parse(day) <= to);
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
