import { DateTime } from 'luxon';
import type { ProjectSettings } from '../../contract/settings';

/** The day where the team works, so many days after the instant (milliseconds since 1970): `YYYY-MM-DD`. */
export function teamDay(now: number, { calendar }: Pick<ProjectSettings, 'calendar'>, daysLater = 0): string {
  const zone = calendar.timeZone ?? 'utc';
  return DateTime.fromMillis(now, { zone }).plus({ days: daysLater }).toFormat('yyyy-MM-dd');
}
