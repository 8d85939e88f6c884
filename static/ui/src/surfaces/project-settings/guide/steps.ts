import type { SettingPath } from '../../../../../../src/contract/settings';
import type { SettingProposal } from '../../../../../../src/contract/settingProposals';
import type { MessageKey, Translate } from '../../../lib/i18n';

/** One step of the guided start: what it is about and the values it asks for. */
export interface GuideStep {
  readonly title: MessageKey;
  readonly about: MessageKey;
  readonly paths: readonly SettingPath[];
}

export const STEPS: readonly [GuideStep, ...GuideStep[]] = [
  {
    title: 'settings.guide.requirements',
    about: 'settings.guide.aboutRequirements',
    paths: ['requirementTypes', 'testTypes', 'defectTypes', 'deliveredStatuses'],
  },
  {
    title: 'settings.guide.time',
    about: 'settings.guide.aboutTime',
    paths: ['calendar.timeZone', 'calendar.workingDays', 'calendar.opens', 'calendar.closes'],
  },
  {
    title: 'settings.guide.changes',
    about: 'settings.guide.aboutChanges',
    paths: [
      'cost.currency',
      'cost.ratePerDay',
      'changeControl.validityDays',
      'changeControl.medium.days',
      'changeControl.major.days',
    ],
  },
];

/** A value that is proposed, as it is typed, and why. */
export interface Suggestion {
  readonly text: string;
  readonly reason: string;
}

export type Suggestions = Readonly<Partial<Record<SettingPath, Suggestion>>>;

/** What the project itself and the administrator's own profile speak for. */
export function suggestionsFrom(t: Translate, proposals: readonly SettingProposal[], timeZone: string): Suggestions {
  const found: Partial<Record<SettingPath, Suggestion>> = {
    'calendar.timeZone': { text: timeZone, reason: t('settings.guide.reason.profile') },
  };
  for (const { path, value, reason, issues } of proposals) {
    found[path] = { text: value.join('\n'), reason: t(`settings.guide.reason.${reason}`, { count: issues }) };
  }
  return found;
}
