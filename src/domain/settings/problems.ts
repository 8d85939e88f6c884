import type { CalendarSettings, ProjectSettings, SettingPath, TierThreshold } from '../../contract/settings';
import { IMPORTANCES } from '../../contract/vocabulary';

/** Two values that do not go together, at the one to be changed. */
export interface SettingProblem {
  readonly path: SettingPath;
  readonly rule:
    'contradicts' | 'before_response' | 'closes_before_opening' | 'both_holiday_and_working_day' | 'repeated';
}

const MEASURES: readonly (keyof TierThreshold)[] = ['days', 'money', 'percent'];

function tierProblems({ changeControl }: ProjectSettings): readonly SettingProblem[] {
  const { medium, major } = changeControl;
  return MEASURES.filter((measure) => {
    const [low, high] = [medium[measure], major[measure]];
    return low !== null && high !== null && high <= low;
  }).map((measure) => ({ path: `changeControl.major.${measure}`, rule: 'contradicts' }));
}

/** What in a calendar cannot be meant, at the one of its values that is to be changed. */
export function calendarProblems(calendar: Omit<CalendarSettings, 'timeZone'>): readonly SettingProblem[] {
  const holidays = new Set(calendar.holidays);
  return [
    ...(calendar.closes <= calendar.opens ? [{ path: 'calendar.closes', rule: 'closes_before_opening' } as const] : []),
    ...(calendar.extraWorkingDays.some((day) => holidays.has(day))
      ? [{ path: 'calendar.extraWorkingDays', rule: 'both_holiday_and_working_day' } as const]
      : []),
  ];
}

/** Nothing can be settled before somebody has reacted to it. */
function targetProblems({ calendar, feedback }: ProjectSettings): readonly SettingProblem[] {
  const hoursOfDay = calendar.closes - calendar.opens;
  return (['resolve', 'answer'] as const).flatMap((target) =>
    IMPORTANCES.filter((importance) => {
      const days = feedback[target][importance];
      return days !== null && days * hoursOfDay < feedback.respond[importance];
    }).map((importance): SettingProblem => ({ path: `feedback.${target}.${importance}`, rule: 'before_response' })),
  );
}

/** Two importances of one name could not be told apart. */
function nameProblems({ feedback }: ProjectSettings): readonly SettingProblem[] {
  const names = IMPORTANCES.map((importance) => feedback.names[importance]?.toLowerCase());
  return IMPORTANCES.filter((_, index) => names[index] !== undefined && names.indexOf(names[index]) < index).map(
    (importance) => ({ path: `feedback.names.${importance}`, rule: 'repeated' }),
  );
}

/** What in the settings, taken together, cannot be meant; empty when all is well. */
export function settingProblems(settings: ProjectSettings): readonly SettingProblem[] {
  // Without a working day no target can be compared with another.
  const isDay = settings.calendar.closes > settings.calendar.opens;
  return [
    ...tierProblems(settings),
    ...calendarProblems(settings.calendar),
    ...(isDay ? targetProblems(settings) : []),
    ...nameProblems(settings),
  ];
}
