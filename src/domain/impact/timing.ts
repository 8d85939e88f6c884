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

function rangeOf({ dayAt }: Finish): FinishRange {
  return { p50: dayAt(0.5), p80: dayAt(0.8), p95: dayAt(0.95) };
}

/** What the change does to each milestone, in days of the calendar. */
export function milestoneImpacts(
  milestones: readonly Milestone[],
  timing: Timing,
  calendar: CalendarSettings,
): readonly MilestoneImpact[] {
  return milestones.map(({ version: { id, name, date }, openIssues }, index) => {
    const { before, after } = timing.milestones[index]!;
    const slipAt = (share: number) => workingDaysBetween(calendar, before.dayAt(share), after.dayAt(share));
    return {
      version: { id, name, date },
      before: rangeOf(before),
      after: rangeOf(after),
      slip: { p50: slipAt(0.5), p80: slipAt(0.8) },
      chance: date === null ? null : { before: before.chanceBy(date), after: after.chanceBy(date) },
      openIssues,
    };
  });
}

export function overallRange({ overall }: Timing): ScheduleResult['overall'] {
  return { before: rangeOf(overall.before), after: rangeOf(overall.after) };
}
