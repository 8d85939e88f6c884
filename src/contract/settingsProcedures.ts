import { z } from 'zod';
import { procedure } from './procedure';
import { commandId, projectId } from './scalars';
import type { SettingProposals } from './settingProposals';
import type { SettingsHistory, SettingsView } from './settings';
import { settingsChoices } from './settingsSchema';

/** What the project's settings page may call. */
export const SETTINGS_PROCEDURES = {
  'settings.get': procedure('administer', 'read', () => z.strictObject({ projectId })),
  'settings.save': procedure('administer', 'write', () =>
    z.strictObject({ commandId, projectId, expectedVersion: z.int().min(0), choices: settingsChoices }),
  ),
  'settings.history': procedure('administer', 'read', () => z.strictObject({ projectId })),
  'settings.propose': procedure('administer', 'read', () => z.strictObject({ projectId })),
} as const;

/** What the administration page of the site may call: defaults for all projects. */
export const SITE_SETTINGS_PROCEDURES = {
  'siteSettings.get': procedure('administerSite', 'read', () => z.strictObject({})),
  'siteSettings.save': procedure('administerSite', 'write', () =>
    z.strictObject({ commandId, expectedVersion: z.int().min(0), choices: settingsChoices }),
  ),
  'siteSettings.history': procedure('administerSite', 'read', () => z.strictObject({})),
} as const;

/** What each of them returns on success. */
export interface SiteSettingsOutputs {
  'siteSettings.get': SettingsView;
  'siteSettings.save': SettingsView;
  'siteSettings.history': SettingsHistory;
}

/** What each procedure returns on success. */
export interface SettingsOutputs {
  'settings.get': SettingsView;
  'settings.save': SettingsView;
  'settings.history': SettingsHistory;
  'settings.propose': SettingProposals;
}
