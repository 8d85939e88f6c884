import { DateTime } from 'luxon';
import type { Duration } from 'luxon';

/** When a team works. */
export interface WorkingCalendar {
  /** IANA time zone in which the hours are meant. */
  readonly timeZone: string;
  /** ISO week days, 1 for Monday. */
  readonly workingDays: ReadonlySet<number>;
  /** Hours of the local day, 0 to 24, `opens` before `closes`. */
  readonly opens: number;
  readonly closes: number;
}

/** Monday to Friday, nine to five. */
export function officeHours(timeZone: string): WorkingCalendar {
  return { timeZone, workingDays: new Set([1, 2, 3, 4, 5]), opens: 9, closes: 17 };
}

function atHour(day: DateTime, hour: number): DateTime {
  return hour === 24 ? day.plus({ days: 1 }).startOf('day') : day.startOf('day').set({ hour });
}

/**
 * The instant at which `amount` of working time after `start` has passed. Local hours are kept over clock changes: an
 * hour of work is an hour by the clock on the wall.
 *
 * @param start milliseconds since 1970
 * @returns milliseconds since 1970
 * @throws RangeError for a calendar without working time or a negative amount
 */
export function addWorkingTime(start: number, amount: Duration, calendar: WorkingCalendar): number {
  if (calendar.workingDays.size === 0 || calendar.closes <= calendar.opens) {
    throw new RangeError('The calendar has no working time');
  }
  let remaining = amount.toMillis();
  if (remaining < 0) throw new RangeError('The amount of working time must not be negative');
  let cursor = DateTime.fromMillis(start, { zone: calendar.timeZone });
  for (;;) {
    const opening = atHour(cursor, calendar.opens);
    const closing = atHour(cursor, calendar.closes);
    if (calendar.workingDays.has(cursor.weekday) && cursor < closing) {
      const from = cursor > opening ? cursor : opening;
      const available = closing.toMillis() - from.toMillis();
      if (remaining <= available) return from.toMillis() + remaining;
      remaining -= available;
    }
    cursor = cursor.plus({ days: 1 }).startOf('day');
  }
}
