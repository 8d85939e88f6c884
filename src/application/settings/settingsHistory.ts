import type { ProcedureInput } from '../../contract/procedures';
import type { SettingChange, SettingsChoices, SettingsSaving } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import { settingsItem } from '../../domain/settings/item';
import type { SettingsEvent } from '../../domain/settings/item';
import { chosenAt, differingPaths } from '../../domain/settings/resolve';
import { requireAdministrator } from '../authorize';
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

/**
 * Who changed what and when, the latest first. For administrators of the project.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function settingsHistory(
  outside: Outside,
  _viewer: Viewer,
  { projectId }: ProcedureInput<'settings.history'>,
): Promise<{ readonly savings: readonly SettingsSaving[] }> {
  await requireAdministrator(outside.access, projectId);
  const events = await outside.journal.itemEvents([settingsItem(projectId)]);
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
