import type { Day, Instant } from '../../../../src/contract/feedback';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** The unit in which people speak of a stretch of time, and how many of it there are (rounded down). */
function inWords(milliseconds: number): { readonly unit: Unit; readonly count: number } {
  if (milliseconds < HOUR) return { unit: 'minute', count: Math.floor(milliseconds / MINUTE) };
  if (milliseconds < 2 * DAY) return { unit: 'hour', count: Math.floor(milliseconds / HOUR) };
  if (milliseconds < 60 * DAY) return { unit: 'day', count: Math.floor(milliseconds / DAY) };
  if (milliseconds < 730 * DAY) return { unit: 'month', count: Math.floor(milliseconds / (30.44 * DAY)) };
  return { unit: 'year', count: Math.floor(milliseconds / (365.25 * DAY)) };
}

/** Writes dates, times and durations for one viewer. */
export interface Formats {
  /** "3 days ago"; anything under a minute is "now". */
  ago(instant: Instant, now: number): string;
  /** "3 days ago" by the calendar: "today", "yesterday". */
  daysAgo(day: Day, now: number): string;
  /** "2 hours"; at least one minute. */
  duration(milliseconds: number): string;
  day(day: Day): string;
  /** The month of a day, short: "Mar", "Mar 2027". */
  month(day: Day, withYear: boolean): string;
  moment(instant: Instant): string;
  /** "a, b and c" */
  list(words: readonly string[]): string;
  /** One decimal, of what is less than one two: 12.3, 0.04. */
  number(value: number): string;
  /** A share from 0 to 1, in whole percent: "45%", and "<1%" of what is not quite nothing. */
  percent(share: number): string;
  /** A number of days with decimals like `number`: "3 days". */
  days(count: number): string;
  /** `currency` by ISO 4217; in whole units. */
  money(amount: number, currency: string): string;
  /** The calendar day that an instant falls on in the viewer's zone. */
  dayOf(instant: number): Day;
}

/** One decimal, of what is less than one two. */
function digits(value: number): number {
  return Math.abs(value) < 1 ? 2 : 1;
}

/** A share in whole percent; what is not quite none or all is never written as 0 or 100 %. */
function percentText(percents: Intl.NumberFormat, share: number): string {
  if (share > 0 && share < 0.005) return `<${percents.format(0.01)}`;
  return share < 1 && share >= 0.995 ? `>${percents.format(0.99)}` : percents.format(share);
}

/** @throws RangeError when the runtime does not know the locale or the time zone. */
export function createFormats(locale: string, timeZone: string): Formats {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const yearMonths = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const isoDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  const dayOf = (instant: number): Day => isoDay.format(instant);
  const numbers = [1, 2].map((maximumFractionDigits) => new Intl.NumberFormat(locale, { maximumFractionDigits }));
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const counted = [1, 2].map(
    (maximumFractionDigits) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits }),
  );
  return {
    dayOf,
    number: (value) => numbers[digits(value) - 1]?.format(value) ?? String(value),
    percent: (share) => percentText(percents, share),
    days: (count) => counted[digits(count) - 1]?.format(count) ?? String(count),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount),
    list: (words) => lists.format(words),
    ago: (instant, now) => {
      const elapsed = Math.max(0, now - Date.parse(instant));
      if (elapsed < MINUTE) return relative.format(0, 'second');
      const { unit, count } = inWords(elapsed);
      return relative.format(-count, unit);
    },
    daysAgo: (day, now) => {
      const elapsed = Date.parse(dayOf(now)) - Date.parse(day);
      if (elapsed < 2 * DAY) return relative.format(-Math.round(elapsed / DAY), 'day');
      const { unit, count } = inWords(elapsed);
      return relative.format(-count, unit);
    },
    duration: (milliseconds) => {
      const { unit, count } = inWords(Math.max(MINUTE, milliseconds));
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    },
    day: (day) => days.format(Date.parse(day)),
    month: (day, withYear) => (withYear ? yearMonths : months).format(Date.parse(day)),
    moment: (instant) => moments.format(Date.parse(instant)),
  };
}
