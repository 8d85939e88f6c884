import { DateTime } from 'luxon';
import type { FinishRange, MilestoneImpact, ScheduleResult } from '../../contract/impact';
import type { CalendarSettings } from '../../contract/settings';
import type { Milestone } from './plan';
import { workingDaysBetween } from './schedule/calendar';

/** When something is finished, as a distribution. */
export interface Finish {
  /** `YYYY-MM-DD`. */
  readonly dayAt: (share: number) => string;
  /** The chance that it is finished on the day or before, 0 to 1. */
  readonly chanceBy: (day: string) => number;
}

/** When each milestone, and everything that is open, is finished without and with the change. */
export interface Timing {
  readonly milestones: readonly { readonly before: Finish; readonly after: Finish }[];
  readonly overall: { readonly before: Finish; readonly after: Finish };
  /** Issues by their places. */
  readonly cycles: readonly (readonly number[])[];
}

/** Nobody plans further ahead. */
const YEARS_AHEAD = 10;

/** The last day that a forecast made on `today` tells. */
export function horizonOf(today: string): string {
  return DateTime.fromISO(today, { zone: 'utc' }).plus({ years: YEARS_AHEAD }).toFormat('yyyy-MM-dd');
}

function withinSight({ dayAt }: Finish, horizon: string): Finish['dayAt'] {
  return (share) => {
    const day = dayAt(share);
    return day < horizon ? day : horizon;
  };
}

function rangeOf(finish: Finish, horizon: string): FinishRange {
  const dayAt = withinSight(finish, horizon);
  return { p50: dayAt(0.5), p80: dayAt(0.8), p95: dayAt(0.95) };
}

/** What the change does to each milestone, in days of the calendar; beyond the horizon nothing is told apart. */
export function milestoneImpacts(
  milestones: readonly Milestone[],
  timing: Timing,
  calendar: CalendarSettings,
  horizon: string,
): readonly MilestoneImpact[] {
  return milestones.map(({ version: { id, name, date }, openIssues }, index) => {
    const { before, after } = timing.milestones[index]!;
    const [beforeAt, afterAt] = [withinSight(before, horizon), withinSight(after, horizon)];
    const slipAt = (share: number) => workingDaysBetween(calendar, beforeAt(share), afterAt(share));
    return {
      version: { id, name, date },
      before: rangeOf(before, horizon),
      after: rangeOf(after, horizon),
      slip: { p50: slipAt(0.5), p80: slipAt(0.8) },
      chance: date === null ? null : { before: before.chanceBy(date), after: after.chanceBy(date) },
      openIssues,
    };
  });
}

export function overallRange({ overall }: Timing, horizon: string): ScheduleResult['overall'] {
  return { before: rangeOf(overall.before, horizon), after: rangeOf(overall.after, horizon) };
}
