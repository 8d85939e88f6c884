import type { ProjectSettings, SettingPath, TierThreshold } from '../../contract/settings';

/** Two values that do not go together, at the one to be changed. */
export interface SettingProblem {
  readonly path: SettingPath;
  readonly rule: 'contradicts' | 'closes_before_opening' | 'both_holiday_and_working_day';
}

const MEASURES: readonly (keyof TierThreshold)[] = ['days', 'money', 'percent'];

/** What in the settings, taken together, cannot be meant; empty when all is well. */
export function settingProblems({ calendar, changeControl }: ProjectSettings): readonly SettingProblem[] {
  const { medium, major } = changeControl;
  const tiers = MEASURES.flatMap((measure): readonly SettingProblem[] => {
    const [low, high] = [medium[measure], major[measure]];
    return low !== null && high !== null && high <= low
      ? [{ path: `changeControl.major.${measure}`, rule: 'contradicts' }]
      : [];
  });
  const hours: readonly SettingProblem[] =
    calendar.closes <= calendar.opens ? [{ path: 'calendar.closes', rule: 'closes_before_opening' }] : [];
  const holidays = new Set(calendar.holidays);
  const days: readonly SettingProblem[] = calendar.extraWorkingDays.some((day) => holidays.has(day))
    ? [{ path: 'calendar.extraWorkingDays', rule: 'both_holiday_and_working_day' }]
    : [];
  return [...tiers, ...hours, ...days];
}
