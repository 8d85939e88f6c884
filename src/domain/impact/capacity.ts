import type { ProjectSettings } from '../../contract/settings';
import type { ImpactFacts } from './facts';
import type { Kinds } from './kinds';
import type { Sizes } from './sizes';

/** How far back the project's own pace is looked at, in calendar days: twelve weeks. */
const WINDOW = 84;
const DAYS_A_WEEK = 7;
const LEAST_RESOLVED = 5;

export interface Pace {
  /** Person-days that get done in a working day; null when nobody knows. */
  readonly capacityPerDay: number | null;
  /** Person-days that an issue takes; null when nobody knows. */
  readonly daysPerIssue: number | null;
}

function resolvedLately({ issues }: ImpactFacts, { isDone }: Kinds, today: number): readonly number[] {
  return issues.id.flatMap((_, issue) => {
    const day = issues.resolved[issue]!;
    return isDone(issue) && issues.foreign[issue] === 0 && day > today - WINDOW && day <= today ? [issue] : [];
  });
}

/**
 * How much the team gets done: what the settings say, else what it finished in the last twelve weeks.
 *
 * @param today days since 1970
 */
export function paceOf(
  facts: ImpactFacts,
  kinds: Kinds,
  sizes: Sizes,
  { capacityPerWeek, calendar }: Pick<ProjectSettings, 'capacityPerWeek' | 'calendar'>,
  today: number,
): Pace {
  const lately = resolvedLately(facts, kinds, today);
  const workingDays = Math.max(1, new Set(calendar.workingDays).size);
  const said = capacityPerWeek === null ? null : capacityPerWeek / workingDays;
  const known = lately.flatMap((issue) => sizes.whole(issue)?.days ?? []);
  const sum = known.reduce((total, days) => total + days, 0);
  const isEnough = lately.length >= LEAST_RESOLVED;
  if (isEnough && known.length >= LEAST_RESOLVED) {
    const daysPerIssue = sum / known.length;
    const done = (daysPerIssue * lately.length * DAYS_A_WEEK) / WINDOW / workingDays;
    return { capacityPerDay: said ?? done, daysPerIssue };
  }
  const perDay = (lately.length * DAYS_A_WEEK) / WINDOW / workingDays;
  return { capacityPerDay: said, daysPerIssue: isEnough && said !== null ? said / perDay : null };
}
