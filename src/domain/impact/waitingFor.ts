import type { WaitingResult } from '../../contract/impact';
import type { Pace } from './capacity';
import type { Plan } from './plan';
import { waitingFor } from './schedule/waiting';
import { scheduleInput } from './timingByEstimates';

export const NO_WAITING: WaitingResult = { milestone: null, slipPerDay: 0, slack: null };

/** Nobody asks what waiting for longer than a year would do, in working days. */
const LONGEST = 250;

/**
 * What each working day of not deciding does to the next milestone that needs the change. Only a plan with estimates and
 * dependencies can tell.
 */
export function costOfWaiting(plan: Plan, { capacityPerDay }: Pace): WaitingResult {
  if (plan.held.length === 0) return NO_WAITING;
  const waiting = waitingFor({ ...scheduleInput(plan, capacityPerDay), efforts: plan.after }, plan.held);
  const next = plan.milestones.findIndex((_, index) => {
    const { slipPerDay = 0, slack = null } = waiting[index] ?? {};
    return slipPerDay > 0 && (slack ?? 0) <= LONGEST;
  });
  const [milestone, found] = [plan.milestones[next], waiting[next]];
  if (milestone === undefined || found === undefined) return NO_WAITING;
  const { id, name } = milestone.version;
  return { milestone: { id, name }, slipPerDay: found.slipPerDay, slack: found.slack };
}
