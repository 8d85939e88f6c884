import { DateTime } from 'luxon';
import { NotModelled } from '../answer';
import { wrong } from './refusal';

/** When and where a query is asked. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The IANA time zone of whoever asks: absolute times are theirs. */
  readonly zone: string;
}

const ABSOLUTE = ['yyyy-MM-dd HH:mm', 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd', 'yyyy/MM/dd'];
const RELATIVE = /^([+-]?\d+)\s*([wdhm]?)$/iu;
const UNITS = { w: 'weeks', d: 'days', h: 'hours', m: 'minutes' } as const;
const PARTS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};
const INCREMENT = /^([+-]?\d+)([Mwdhmy]?)$/u;
const INCREMENT_UNITS: Readonly<Record<string, string>> = {
  y: 'years',
  M: 'months',
  w: 'weeks',
  d: 'days',
  h: 'hours',
  m: 'minutes',
};

/**
 * A moment as JQL writes it: absolute to the minute in the asker's time zone, or relative to now.
 *
 * @throws JiraRefusal when it is neither.
 */
export function momentOf(text: string, field: string, { now, zone }: Moment): DateTime {
  const relative = RELATIVE.exec(text.trim());
  if (relative) {
    const unit = UNITS[(relative[2] ?? '').toLowerCase() as keyof typeof UNITS] as string | undefined;
    return DateTime.fromMillis(now, { zone }).plus({ [unit ?? 'minutes']: Number(relative[1]) });
  }
  for (const format of ABSOLUTE) {
    const absolute = DateTime.fromFormat(text.trim(), format, { zone });
    if (absolute.isValid) return absolute;
  }
  throw wrong(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

/** `now()`, `startOfDay("-1d")` and their like. */
export function momentOfFunction(name: string, given: readonly string[], { now, zone }: Moment): DateTime {
  const present = DateTime.fromMillis(now, { zone });
  if (name === 'now') return present;
  const [, edge = '', part = ''] = /^(start|end)of(day|week|month|year)$/u.exec(name) ?? [];
  const unit = PARTS[part];
  if (!unit) throw new NotModelled(`the JQL function ${name}()`);
  const [, count, given_ = ''] = INCREMENT.exec(given[0] ?? '0') ?? [];
  if (count === undefined) throw wrong(`Invalid increment '${given[0] ?? ''}' for function '${name}'.`);
  const moved = present.plus({ [INCREMENT_UNITS[given_] ?? `${unit}s`]: Number(count) });
  return edge === 'start' ? moved.startOf(unit) : moved.endOf(unit);
}
