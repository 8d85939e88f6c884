import type { ProjectSettings } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import type { DomainEvent } from '../../domain/events';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import { settingsItem } from '../../domain/settings/item';
import type { SettingsEvent } from '../../domain/settings/item';
import { resolveSettings } from '../../domain/settings/resolve';
import type { Outside } from '../ports';

/** What was saved last for the project; null when nobody has chosen anything. One statement, one row. */
export async function lastSaving(outside: Pick<Outside, 'journal'>, projectId: string): Promise<SettingsEvent | null> {
  const last = await outside.journal.lastOfItem(settingsItem(projectId));
  return last?.type === 'settings.saved' ? last : null;
}

/** What holds in the project: its choices over what is built in. */
export async function projectSettings(outside: Pick<Outside, 'journal'>, projectId: string): Promise<ProjectSettings> {
  return settingsOf(await lastSaving(outside, projectId));
}

/** What holds where this was saved last. */
export function settingsOf(saving: DomainEvent | null): ProjectSettings {
  if (saving?.type !== 'settings.saved') return DEFAULT_SETTINGS;
  return resolveSettings(DEFAULT_SETTINGS, readChoices(saving.data.choices).choices);
}
