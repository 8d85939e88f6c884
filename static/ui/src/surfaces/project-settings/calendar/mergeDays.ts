import type { FoundDay } from './readCalendar';

/** The days of a calendar as they are typed, one a line. */
export interface CalendarDays {
  readonly holidays: string;
  readonly extraWorkingDays: string;
}

function daysIn(text: string): ReadonlySet<string> {
  const lines = text.split('\n').map((line) => line.trim());
  return new Set(lines.filter((line) => line !== ''));
}

/** The found days that are not there yet. */
export function newDays({ holidays, extraWorkingDays }: CalendarDays, found: readonly FoundDay[]): readonly FoundDay[] {
  const [free, worked] = [daysIn(holidays), daysIn(extraWorkingDays)];
  return found.filter(({ day, kind }) => !(kind === 'holiday' ? free : worked).has(day));
}

/** The calendar with the found days; a day that was the other thing before is what the file says. */
export function withDays({ holidays, extraWorkingDays }: CalendarDays, found: readonly FoundDay[]): CalendarDays {
  const [free, worked] = [new Set(daysIn(holidays)), new Set(daysIn(extraWorkingDays))];
  for (const { day, kind } of found) {
    (kind === 'holiday' ? free : worked).add(day);
    (kind === 'holiday' ? worked : free).delete(day);
  }
  const text = (days: ReadonlySet<string>) => [...days].sort().join('\n');
  return { holidays: text(free), extraWorkingDays: text(worked) };
}
