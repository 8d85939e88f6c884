import { DateTime } from 'luxon';
import type { Duration } from 'luxon';
import type { CalendarSettings } from '../../contract/settings';

/** When a team works. */
export interface WorkingCalendar {
  /** IANA time zone in which the hours are meant. */
  readonly timeZone: string;
  /** ISO week days, 1 for Monday. */
  readonly workingDays: ReadonlySet<number>;
  /** Hours of the local day, 0 to 24, `opens` before `closes`. */
  readonly opens: number;
  readonly closes: number;
  /** Days, `YYYY-MM-DD`, that are not worked, and such that are although the week says no. */
  readonly holidays: ReadonlySet<string>;
  readonly extraWorkingDays: ReadonlySet<string>;
}

/** A project's calendar; `timeZone` is where it names none. */
export function calendarOf(settings: CalendarSettings, timeZone: string): WorkingCalendar {
  return {
    timeZone: settings.timeZone ?? timeZone,
    workingDays: new Set(settings.workingDays),
    opens: settings.opens,
    closes: settings.closes,
    holidays: new Set(settings.holidays),
    extraWorkingDays: new Set(settings.extraWorkingDays),
  };
}

/** By the clock on the wall, so that an hour that the clock skips or repeats moves nothing. */
function atHour(day: DateTime, hour: number): DateTime {
  if (hour === 24) return day.plus({ days: 1 }).startOf('day');
  return day.startOf('day').set({ hour: Math.trunc(hour), minute: Math.round((hour % 1) * 60) });
}

/** Whether the calendar day of the time is worked. */
export function isWorked(day: DateTime, { workingDays, holidays, extraWorkingDays }: WorkingCalendar): boolean {
  const date = day.toFormat('yyyy-MM-dd');
  return extraWorkingDays.has(date) || (workingDays.has(day.weekday) && !holidays.has(date));
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
    if (cursor < closing && isWorked(cursor, calendar)) {
      const from = cursor > opening ? cursor : opening;
      const available = closing.toMillis() - from.toMillis();
      if (remaining <= available) return from.toMillis() + remaining;
      remaining -= available;
    }
    cursor = cursor.plus({ days: 1 }).startOf('day');
  }
}
