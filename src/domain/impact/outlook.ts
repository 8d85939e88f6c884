import type { ScheduleResult, WaitingResult } from '../../contract/impact';
import { trackRecord } from '../forecast/trackRecord';
import type { AssessedWarning, Assessment, AssessmentInputs } from './assessment';
import { paceOf } from './capacity';
import type { Pace } from './capacity';
import { NONE } from './facts';
import type { ImpactFacts } from './facts';
import type { Kinds } from './kinds';
import type { Plan } from './plan';
import { buildNetwork } from './schedule/network';
import type { Sizes } from './sizes';
import { horizonOf, milestoneImpacts, overallRange } from './timing';
import type { Timing } from './timing';
import { timingByEstimates } from './timingByEstimates';
import { timingByHistory } from './timingByHistory';
import { NO_WAITING, costOfWaiting } from './waitingFor';
import { pastOf, scheduleWarnings } from './warnings';

/** From this share of estimated open issues on, estimates tell more than the project's pace. */
const ENOUGH_ESTIMATED = 0.5;
/** Milestones and cycles that are shown; more of them nobody reads. */
const [MOST_MILESTONES, MOST_CYCLES, MOST_IN_CYCLES] = [30, 20, 200];

type Basis = ScheduleResult['basis'];

export interface OutlookContext {
  readonly inputs: AssessmentInputs;
  /** Days since 1970 of today. */
  readonly epochDay: number;
  readonly kinds: Kinds;
  readonly sizes: Sizes;
  readonly plan: Plan;
}

export interface Outlook {
  readonly schedule: Assessment['schedule'];
  readonly waiting: WaitingResult;
  readonly warnings: readonly AssessedWarning[];
}

interface Past {
  readonly created: Int32Array;
  readonly resolved: Int32Array;
}

function pastDays({ issues }: ImpactFacts, { isDone }: Kinds, epochDay: number): Past {
  const own = issues.id.flatMap((_, issue) => (issues.foreign[issue] === 0 ? [issue] : []));
  const done = own.filter((issue) => isDone(issue) && issues.resolved[issue] !== NONE);
  const resolved = done.map((issue) => issues.resolved[issue]!).filter((day) => day <= epochDay);
  return { created: Int32Array.from(own, (issue) => issues.created[issue]!), resolved: Int32Array.from(resolved) };
}

function basisOf({ open, withoutEstimate, withoutEffort }: Plan, past: Past): Basis {
  if (open === 0) return 'none';
  const estimated = 1 - withoutEstimate / open;
  if (estimated === 1) return 'estimates';
  if (estimated >= ENOUGH_ESTIMATED && withoutEffort === 0) return 'mixed';
  if (past.resolved.length > 0) return 'history';
  return estimated >= ENOUGH_ESTIMATED ? 'mixed' : 'none';
}

/** Work that the change adds to a task, as a number of issues of the usual size. */
function addedIssues({ plan, sizes }: OutlookContext, { daysPerIssue }: Pace): (task: number) => number {
  return (task) => {
    const days = plan.after.likely[task]! - plan.before.likely[task]!;
    const usual = daysPerIssue ?? sizes.whole(plan.issues[task]!)?.days ?? null;
    return usual === null || usual <= 0 ? 0 : days / usual;
  };
}

function timingOf(context: OutlookContext, basis: Basis, past: Past, pace: Pace): Timing | null {
  const { plan, inputs, epochDay } = context;
  const { today, settings } = inputs;
  switch (basis) {
    case 'estimates':
    case 'mixed':
      return timingByEstimates(plan, { today, calendar: settings.calendar, capacityPerDay: pace.capacityPerDay });
    case 'history':
      return timingByHistory(plan, { history: past, today, epochDay, addedIssues: addedIssues(context, pace) });
    case 'none':
      return null;
  }
}

/** Issues that wait for each other, as far as they are shown. */
function cyclesOf({ issues, dependencies }: Plan): readonly (readonly number[])[] {
  let named = 0;
  const cycles = buildNetwork(issues.length, dependencies).cycles.slice(0, MOST_CYCLES);
  return cycles.flatMap((tasks) => {
    const shown = tasks.slice(0, MOST_IN_CYCLES - named);
    named += shown.length;
    return shown.length < 2 ? [] : [shown.map((task) => issues[task]!)];
  });
}

/** When the project's milestones are finished without and with the change, on whatever basis there is. */
export function outlookOf(context: OutlookContext): Outlook {
  const { inputs, kinds, sizes, plan, epochDay } = context;
  const { facts, settings, today } = inputs;
  const past = pastDays(facts, kinds, epochDay);
  const pace = paceOf(facts, kinds, sizes, settings, epochDay);
  const isZeroCapacity = settings.capacityPerWeek !== null && settings.capacityPerWeek <= 0;
  const basis = isZeroCapacity ? 'none' : basisOf(plan, past);
  const timing = timingOf(context, basis, past, pace);
  const shown = { ...plan, milestones: plan.milestones.slice(0, MOST_MILESTONES) };
  const cycles = cyclesOf(plan);
  const horizon = horizonOf(today);
  const usesPast =
    basis === 'history' || basis === 'mixed' || (basis === 'estimates' && settings.capacityPerWeek === null);
  return {
    schedule: {
      milestones: timing === null ? [] : milestoneImpacts(shown.milestones, timing, settings.calendar, horizon),
      overall: timing === null ? null : overallRange(timing, horizon),
      basis: timing === null ? 'none' : basis,
      horizon,
      trackRecord: trackRecord(past, epochDay),
      cycles: cycles.map((issues) => issues.map((issue) => facts.issues.id[issue]!)),
    },
    waiting: basis === 'estimates' || basis === 'mixed' ? costOfWaiting(plan, pace) : NO_WAITING,
    warnings: scheduleWarnings({
      plan,
      today,
      past: pastOf(past.resolved, epochDay),
      isZeroCapacity,
      usesPast,
      cycles,
    }),
  };
}
