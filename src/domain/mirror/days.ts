import { DateTime } from 'luxon';
import type { StatusCategory } from './issue';

/** From this instant the issue is in the category; `previous` is null for its creation. */
export interface CategoryStep {
  readonly changeId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly previous: StatusCategory | null;
  readonly category: StatusCategory;
}

/** A status that an issue got at some time, by the statuses' ids. */
export interface StatusChange {
  readonly changeId: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** How many issues took the same step on the same day. */
export interface DaySteps {
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly previous: StatusCategory | null;
  readonly category: StatusCategory;
  readonly count: number;
}

export type CategoryCounts = Readonly<Record<StatusCategory, number>>;

/** How many issues were in each category when the day ended. */
export interface DayState {
  readonly day: string;
  readonly counts: CategoryCounts;
}

/** A status that no workflow has any more says nothing but that work had begun. */
const UNKNOWN_STATUS: StatusCategory = 'indeterminate';

/** The id of the step that an issue's creation is. */
const CREATION = '0';

/** The day of an instant, in UTC. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The steps an issue took through the categories, its creation first; changes inside a category are none. */
export function categorySteps(
  issue: { readonly created: number; readonly statusCategory: StatusCategory },
  changes: readonly StatusChange[],
  categories: ReadonlyMap<string, StatusCategory>,
): readonly CategoryStep[] {
  const categoryOf = (status: string) => categories.get(status) ?? UNKNOWN_STATUS;
  const ordered = changes.toSorted((a, b) => a.at - b.at);
  const [first] = ordered;
  let current = first === undefined ? issue.statusCategory : categoryOf(first.from);
  const steps: CategoryStep[] = [{ changeId: CREATION, at: issue.created, previous: null, category: current }];
  for (const { changeId, at, to } of ordered) {
    const category = categoryOf(to);
    if (category !== current) steps.push({ changeId, at, previous: current, category });
    current = category;
  }
  return steps;
}

function nextDay(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}

/** Every day from the first step to `last`, also those on which nothing happened. */
export function dailyStates(steps: readonly DaySteps[], last: string): readonly DayState[] {
  const ordered = steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const counts = { new: 0, indeterminate: 0, done: 0 };
  const states: DayState[] = [];
  let next = 0;
  for (let day = ordered[0]?.day ?? nextDay(last); day <= last; day = nextDay(day)) {
    for (let step = ordered[next]; step?.day === day; step = ordered[next]) {
      counts[step.category] += step.count;
      if (step.previous !== null) counts[step.previous] -= step.count;
      next += 1;
    }
    states.push({ day, counts: { ...counts } });
  }
  return states;
}
