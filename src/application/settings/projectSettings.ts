import type { ProjectSettings, SettingsChoices } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import type { DomainEvent } from '../../domain/events';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import { SITE, settingsItem } from '../../domain/settings/item';
import type { SettingsEvent } from '../../domain/settings/item';
import { resolveSettings } from '../../domain/settings/resolve';
import type { Outside } from '../ports';

/** What was saved last for a project, and for the site; null where nobody has chosen anything. */
export interface Savings {
  readonly own: SettingsEvent | null;
  readonly site: SettingsEvent | null;
}

/** The items of the journal that tell what holds in the project. */
export function settingsItems(projectId: string): readonly string[] {
  return [settingsItem(projectId), settingsItem(SITE)];
}

/** What is understood of a saving. */
export function choicesIn(saving: SettingsEvent | null): SettingsChoices {
  return readChoices(saving?.data.choices ?? {}).choices;
}

/** The savings among the last events of `settingsItems`. */
function savingsIn(events: readonly DomainEvent[], projectId: string): Savings {
  const savings = events.filter((event): event is SettingsEvent => event.type === 'settings.saved');
  const of = (place: string) => savings.find(({ itemId }) => itemId === settingsItem(place)) ?? null;
  return { own: of(projectId), site: of(SITE) };
}

/** One statement, two rows at most. For the site itself both are the same. */
export async function lastSavings(outside: Pick<Outside, 'journal'>, projectId: string): Promise<Savings> {
  return savingsIn(await outside.journal.lastOfItems(settingsItems(projectId)), projectId);
}

/** What holds in all projects that choose nothing: the site's choices over what is built in. */
export function siteSettings({ site }: Pick<Savings, 'site'>): ProjectSettings {
  return resolveSettings(DEFAULT_SETTINGS, choicesIn(site));
}

/** What holds in the project by the last events of `settingsItems`: its choices over the site's, over what is built in. */
export function settingsOf(events: readonly DomainEvent[], projectId: string): ProjectSettings {
  const savings = savingsIn(events, projectId);
  return resolveSettings(siteSettings(savings), choicesIn(savings.own));
}

/** What holds in the project. */
export async function projectSettings(outside: Pick<Outside, 'journal'>, projectId: string): Promise<ProjectSettings> {
  return settingsOf(await outside.journal.lastOfItems(settingsItems(projectId)), projectId);
}
