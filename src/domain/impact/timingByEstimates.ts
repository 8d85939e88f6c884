import type { CalendarSettings } from '../../contract/settings';
import type { Plan } from './plan';
import { workingDayAfter, workingDaysBetween } from './schedule/calendar';
import { chanceBy, quantile } from './schedule/quantile';
import { compare } from './schedule/simulate';
import type { ScheduleInput } from './schedule/simulate';
import type { Finish, Timing } from './timing';

/** The same numbers in every assessment, so that two differ by what they assess alone. */
const SEED = 20_260_101;
const [FEWEST_RUNS, MOST_RUNS] = [400, 4_000];
/** Tasks drawn in all; more of them make fewer runs, so that an answer takes seconds at most. */
const DRAWS = 4_000_000;
/** Nobody plans further ahead: a hundred years of working days. */
const LONGEST = 26_000;

export interface EstimatesContext {
  readonly calendar: CalendarSettings;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly capacityPerDay: number | null;
}

function finishOf(sorted: Float64Array, { calendar, today }: EstimatesContext): Finish {
  return {
    dayAt: (share) =>
      sorted.length === 0
        ? today
        : workingDayAfter(calendar, today, Math.ceil(Math.min(quantile(sorted, share), LONGEST))),
    chanceBy: (day) => {
      if (sorted.length === 0) return day >= today ? 1 : 0;
      return day < today ? 0 : chanceBy(sorted, workingDaysBetween(calendar, today, day));
    },
  };
}

/** What the simulation takes of a plan, without the change. */
export function scheduleInput(plan: Plan, capacityPerDay: number | null): ScheduleInput {
  const runs = Math.round(DRAWS / Math.max(1, plan.issues.length));
  return {
    efforts: plan.before,
    after: plan.dependencies,
    milestones: plan.milestones.map(({ tasks }) => tasks),
    capacityPerDay,
    runs: Math.min(Math.max(runs, FEWEST_RUNS), MOST_RUNS),
    seed: SEED,
  };
}

/** Finish days by simulating the open work, every task drawing the same numbers without and with the change. */
export function timingByEstimates(plan: Plan, context: EstimatesContext): Timing {
  const { before, after } = compare(scheduleInput(plan, context.capacityPerDay), { efforts: plan.after });
  const pair = (without: Float64Array, withIt: Float64Array) => ({
    before: finishOf(without, context),
    after: finishOf(withIt, context),
  });
  return {
    milestones: plan.milestones.map((_, index) => pair(before.finish[index]!, after.finish[index]!)),
    overall: pair(before.overall, after.overall),
    cycles: before.cycles.map((tasks) => tasks.map((task) => plan.issues[task]!)),
  };
}
