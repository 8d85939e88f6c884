import type { SettingsChoices } from '../../contract/settings';
import type { Decision, JournalEvent } from '../journal/event';
import { RuleViolation } from '../violation';

/**
 * Holds everything the project chose, so that its last event tells what holds now. Another version of the app may have
 * saved it, so what `choices` has in it is not known before it is read.
 */
export type SettingsDecision = Decision<'settings.saved', { readonly projectId: string; readonly choices: object }>;
export type SettingsEvent = JournalEvent<SettingsDecision>;

/** Stands for the site where a project would be named: Jira's projects have numbers. */
export const SITE = 'site';

/** The item of the journal that the settings of a project or of the site are. */
export function settingsItem(projectId: string): string {
  return `settings:${projectId}`;
}

/**
 * Saves a project's choices as a whole.
 *
 * @param current what was saved last; null when nothing was
 * @throws RuleViolation `CONFLICT` unless they were made on `expectedVersion`
 */
export function saveSettings(
  projectId: string,
  current: SettingsEvent | null,
  expectedVersion: number,
  choices: SettingsChoices,
): SettingsDecision {
  const version = current?.itemVersion ?? 0;
  if (version !== expectedVersion) throw new RuleViolation('CONFLICT', 'The settings have been saved meanwhile');
  return {
    itemType: 'settings',
    itemId: settingsItem(projectId),
    itemVersion: version + 1,
    issueId: null,
    type: 'settings.saved',
    data: { projectId, choices },
  };
}
