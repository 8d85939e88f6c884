import { DateTime } from 'luxon';
import { forecastFinish } from '../forecast/forecast';
import type { FinishForecast } from '../forecast/forecast';
import type { History } from '../forecast/history';
import type { Plan } from './plan';
import type { Finish, Timing } from './timing';

/** Nobody plans further ahead: a hundred years. */
const LONGEST = 36_500;

export interface HistoryContext {
  readonly history: History;
  /** `YYYY-MM-DD`, and as days since 1970. */
  readonly today: string;
  readonly epochDay: number;
  /** How many issues' worth of work the change adds to a task; negative for what falls away. */
  readonly addedIssues: (task: number) => number;
}

function dayAfter(today: string, days: number): string {
  return DateTime.fromISO(today, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

function daysBetween(from: string, to: string): number {
  return DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days;
}

type Forecaster = (remaining: number) => FinishForecast | null;

/** Forecasts each number of issues once: milestones often have as many left with a change as without. */
function forecaster({ history, epochDay }: HistoryContext): Forecaster {
  const made = new Map<number, FinishForecast | null>();
  return (remaining) => {
    const whole = Math.ceil(remaining);
    const known = made.get(whole);
    if (known !== undefined) return known;
    const forecast = forecastFinish(history, epochDay, whole);
    made.set(whole, forecast);
    return forecast;
  };
}

function finishOf({ today }: HistoryContext, forecastOf: Forecaster, remaining: number): Finish | null {
  if (remaining <= 0) return { dayAt: () => today, chanceBy: (day) => (day >= today ? 1 : 0) };
  const forecast = forecastOf(remaining);
  if (forecast === null) return null;
  return {
    dayAt: (share) => dayAfter(today, Math.ceil(Math.min(Math.max(forecast.quantile(share), 0), LONGEST))),
    chanceBy: (day) => (day < today ? 0 : forecast.chanceBy(daysBetween(today, day))),
  };
}

/**
 * Finish days by the pace at which the project has resolved issues: a milestone is finished once its own open issues and
 * those of every earlier milestone are.
 *
 * @returns null when the project has not resolved anything yet
 */
export function timingByHistory(plan: Plan, context: HistoryContext): Timing | null {
  const forecastOf = forecaster(context);
  const pair = (tasks: ReadonlySet<number>) => {
    const open = [...tasks].filter((task) => task < plan.open);
    const added = [...tasks].reduce((sum, task) => sum + context.addedIssues(task), 0);
    const before = finishOf(context, forecastOf, open.length);
    const after = finishOf(context, forecastOf, Math.max(0, open.length + added));
    return before === null || after === null ? null : { before, after };
  };
  const due = new Set<number>();
  const milestones = plan.milestones.map(({ tasks }) => {
    for (const task of tasks) due.add(task);
    return pair(due);
  });
  const overall = pair(new Set(plan.issues.keys()));
  const known = milestones.filter((each) => each !== null);
  return overall === null || known.length < milestones.length ? null : { milestones: known, overall, cycles: [] };
}
