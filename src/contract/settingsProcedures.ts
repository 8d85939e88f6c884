import { z } from 'zod';
import { procedure } from './procedure';
import { commandId, projectId } from './scalars';
import type { SettingsSaving, SettingsView } from './settings';
import { settingsChoices } from './settingsSchema';

/** What the project's settings page may call. */
export const SETTINGS_PROCEDURES = {
  'settings.get': procedure('administer', 'read', z.strictObject({ projectId })),
  'settings.save': procedure(
    'administer',
    'write',
    z.strictObject({ commandId, projectId, expectedVersion: z.int().min(0), choices: settingsChoices }),
  ),
  'settings.history': procedure('administer', 'read', z.strictObject({ projectId })),
} as const;

/** What each procedure returns on success. */
export interface SettingsOutputs {
  'settings.get': SettingsView;
  'settings.save': SettingsView;
  'settings.history': { readonly savings: readonly SettingsSaving[] };
}
