import type { ProcedureInput } from '../../contract/procedures';
import type { SettingChange, SettingsChoices, SettingsHistory, SettingsSaving } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import { SITE, settingsItem } from '../../domain/settings/item';
import type { SettingsEvent } from '../../domain/settings/item';
import { chosenAt, differingPaths } from '../../domain/settings/resolve';
import { requireAdministrator, requireSiteAdministrator } from '../authorize';
import { instant } from '../feedbackSummary';
import type { Outside, Viewer } from '../ports';

/** How many savings the history goes back. */
const MOST_SAVINGS = 50;

function changesBetween(before: SettingsChoices, after: SettingsChoices): readonly SettingChange[] {
  return differingPaths(before, after).map((path) => {
    const [from, to] = [chosenAt(before, path), chosenAt(after, path)];
    return { path, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
}

async function historyOf(outside: Outside, place: string): Promise<SettingsHistory> {
  const events = await outside.journal.itemEvents([settingsItem(place)]);
  const savings = events.filter((event): event is SettingsEvent => event.type === 'settings.saved');
  const people = await outside.erasables.read(savings.slice(-MOST_SAVINGS).map(({ actor }) => actor.ref));
  const entries = savings.map((saving, index): SettingsSaving => {
    const before = savings[index - 1]?.data.choices ?? {};
    return {
      version: saving.itemVersion,
      at: instant(saving.at),
      by: people.get(saving.actor.ref) ?? null,
      changes: changesBetween(readChoices(before).choices, readChoices(saving.data.choices).choices),
    };
  });
  return { savings: entries.slice(-MOST_SAVINGS).toReversed() };
}

/**
 * Who changed what and when, the latest first. For administrators of the project.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function settingsHistory(
  outside: Outside,
  _viewer: Viewer,
  { projectId }: ProcedureInput<'settings.history'>,
): Promise<SettingsHistory> {
  await requireAdministrator(outside.access, projectId);
  return historyOf(outside, projectId);
}

/**
 * The same for the site. For its administrators.
 *
 * @throws Refusal `NOT_ALLOWED`
 */
export async function siteSettingsHistory(outside: Outside): Promise<SettingsHistory> {
  await requireSiteAdministrator(outside.access);
  return historyOf(outside, SITE);
}
