import type { Person } from '../api';
import type { Locale, Translate } from './translator';

/** Writes instants, days and durations for one reader. */
export interface Formats {
  instant(iso: string): string;
  /** `YYYY-MM-DD`. */
  day(day: string): string;
  duration(seconds: number): string;
  milliseconds(value: number): string;
  count(value: number): string;
  /** US dollars, which may be very few. */
  dollars(value: number): string;
  /** With a few digits after the point. */
  amount(value: number): string;
}

export function formatsFor(locale: Locale, viewer: Person, t: Translate): Formats {
  const instants = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: viewer.timeZone,
  });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
  const amounts = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const numbers = new Intl.NumberFormat(locale);
  const milliseconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 });
  return {
    instant: (iso) => instants.format(new Date(iso)),
    day: (day) => days.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)),
    duration: (seconds) => {
      const minutes = Math.round(seconds / 60);
      return minutes === 0 ? '0' : t('duration', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    milliseconds: (value) => milliseconds.format(value),
    dollars: (value) => dollars.format(value),
    amount: (value) => amounts.format(value),
    count: (value) => numbers.format(value),
  };
}
