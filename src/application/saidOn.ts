import { DateTime } from 'luxon';
import { Refusal } from './refusal';

/**
 * Refuses a day that has not begun where the reporter is.
 *
 * @throws Refusal `INVALID_INPUT` at `path`
 */
export function requirePastDay(day: string, timeZone: string, now: number, path: string): void {
  const today = DateTime.fromMillis(now, { zone: timeZone }).toISODate();
  if (today === null || day > today) {
    throw new Refusal('INVALID_INPUT', { fields: [{ path, rule: 'in_future' }] });
  }
}
