import type { CalendarSettings } from '../../../contract/settings';

/** The days of a calendar that decide which days are worked; hours and time zone are of no effect here. */
export type WorkingWeek = Pick<CalendarSettings, 'workingDays' | 'holidays' | 'extraWorkingDays'>;

const MILLISECONDS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 4;
/** The last day that `YYYY-MM-DD` can say. */
const LAST_DAY = Date.UTC(9999, 11, 31) / MILLISECONDS;

/** Days are counted from 1970. */
function numberOf(day: string): number {
  const number = Date.parse(`${day}T00:00:00.000Z`) / MILLISECONDS;
  if (!Number.isInteger(number) || dayOf(number) !== day) throw new RangeError(`"${day}" is no day`);
  return number;
}

function dayOf(number: number): string {
  return new Date(number * MILLISECONDS).toISOString().slice(0, 10);
}

function weekdayOf(number: number): number {
  return ((((number + WEEKDAY_OF_DAY_0 - 1) % 7) + 7) % 7) + 1;
}

/** Counts working days by whole weeks, and what differs from the week by a list. */
class WorkingDays {
  private readonly week: ReadonlySet<number>;
  /** Days on which it is not as the week says, in order, and by how much the number of working days differs up to each. */
  private readonly changes: readonly { readonly day: number; readonly sum: number }[];

  constructor({ workingDays, holidays, extraWorkingDays }: WorkingWeek) {
    this.week = new Set(workingDays.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7));
    const extra = new Set(extraWorkingDays.map(numberOf));
    const free = new Set(holidays.map(numberOf).filter((day) => !extra.has(day)));
    const changed = [
      ...[...extra].filter((day) => !this.isInWeek(day)).map((day) => ({ day, by: 1 })),
      ...[...free].filter((day) => this.isInWeek(day)).map((day) => ({ day, by: -1 })),
    ];
    let sum = 0;
    this.changes = changed.sort((a, b) => a.day - b.day).map(({ day, by }) => ({ day, sum: (sum += by) }));
  }

  /** Working days up to and with a day, counted from some day long ago: only differences mean something. */
  upTo(day: number): number {
    const weeks = Math.floor((day + WEEKDAY_OF_DAY_0 - 1) / 7);
    let inWeek = 0;
    for (let weekday = 1; weekday <= weekdayOf(day); weekday += 1) if (this.week.has(weekday)) inWeek += 1;
    return weeks * this.week.size + inWeek + (this.changes.findLast((change) => change.day <= day)?.sum ?? 0);
  }

  /** The first day after `from` up to and with which `count` more days have been worked; the last day of all at most. */
  reach(from: number, count: number): number {
    const wanted = this.upTo(from) + count;
    let before = from;
    let reached = LAST_DAY;
    while (reached - before > 1) {
      const middle = Math.floor((before + reached) / 2);
      if (this.upTo(middle) >= wanted) reached = middle;
      else before = middle;
    }
    return reached;
  }

  private isInWeek(day: number): boolean {
    return this.week.has(weekdayOf(day));
  }
}

/**
 * The day on which the given working days are over when `from` itself counts no more: the day itself for 0, the next
 * working day for anything up to 1. A day that is both a holiday and an extra working day is worked. What no calendar
 * reaches, because nothing is ever worked or in more than 7,000 years, is 9999-12-31.
 *
 * @param from `YYYY-MM-DD`
 * @throws RangeError for a `from` that is no day
 */
export function workingDayAfter(calendar: WorkingWeek, from: string, workingDays: number): string {
  const start = numberOf(from);
  const count = Math.ceil(workingDays);
  return count > 0 ? dayOf(new WorkingDays(calendar).reach(start, count)) : from;
}

/** Working days after `from` up to and with `to`; negative, counted the same way back, where `to` lies before `from`. */
export function workingDaysBetween(calendar: WorkingWeek, from: string, to: string): number {
  const days = new WorkingDays(calendar);
  return days.upTo(numberOf(to)) - days.upTo(numberOf(from));
}
