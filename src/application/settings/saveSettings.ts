import type { FieldProblem } from '../../contract/errors';
import type { ProcedureInput } from '../../contract/procedures';
import type { ProjectSettings, SettingsChoices, SettingsView } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import type { DomainEvent } from '../../domain/events';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import { SITE, saveSettings as decide, settingsItem } from '../../domain/settings/item';
import type { SettingsEvent } from '../../domain/settings/item';
import { settingProblems } from '../../domain/settings/problems';
import { resolveSettings } from '../../domain/settings/resolve';
import { RuleViolation } from '../../domain/violation';
import { requireAdministrator, requireSiteAdministrator } from '../authorize';
import { commit } from '../commit';
import type { Viewer } from '../ports';
import { Refusal } from '../refusal';
import { currentView, viewOf } from './getSettings';
import type { SettingsOutside } from './getSettings';
import { lastSavings, siteSettings } from './projectSettings';

function savedIn(events: readonly DomainEvent[]): SettingsEvent | null {
  return events.findLast((event): event is SettingsEvent => event.type === 'settings.saved') ?? null;
}

/** Lets choices pass that go together, also with what holds beside them. */
function requireSense(defaults: ProjectSettings, choices: SettingsChoices): void {
  const problems = settingProblems(resolveSettings(defaults, choices));
  const fields = problems.map(({ path, rule }): FieldProblem => ({ path: `choices.${path}`, rule }));
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}

function requireUnderstood(saving: SettingsEvent | null): void {
  if (saving !== null && readChoices(saving.data.choices).unread.length > 0) throw new Refusal('SETTINGS_NEWER');
}

/** Brings choices into the journal: of the project, or of the site in whose place `SITE` stands. */
async function saveChoices(
  outside: SettingsOutside,
  viewer: Viewer,
  place: string,
  { commandId, expectedVersion, choices }: ProcedureInput<'siteSettings.save'>,
): Promise<SettingsView> {
  const { site } = await lastSavings(outside, place);
  requireSense(place === SITE ? DEFAULT_SETTINGS : siteSettings({ site }), choices);
  try {
    const events = await commit(outside, {
      viewer,
      commandId,
      projectId: place,
      type: 'settings.saved',
      load: () => outside.journal.itemEvents([settingsItem(place)]),
      decide: (loaded) => {
        const saving = savedIn(loaded);
        requireUnderstood(saving);
        return Promise.resolve([decide(place, saving, expectedVersion, choices)]);
      },
    });
    return viewOf(place, { own: savedIn(events), site }, await outside.namesInUse(place));
  } catch (error) {
    if (!(error instanceof RuleViolation && error.code === 'CONFLICT')) throw error;
    throw new Refusal('CONFLICT', { currentSettings: await currentView(outside, place), cause: error });
  }
}

/**
 * Saves everything that the project chose, as a whole; it holds from the next call on. For administrators.
 *
 * @throws Refusal `INVALID_INPUT` when values contradict each other, `CONFLICT` with what holds when somebody saved
 *   meanwhile, `SETTINGS_NEWER` when a newer version of the app saved what this one would lose
 */
export async function saveSettings(
  outside: SettingsOutside,
  viewer: Viewer,
  { projectId, ...saving }: ProcedureInput<'settings.save'>,
): Promise<SettingsView> {
  await requireAdministrator(outside.access, projectId);
  return saveChoices(outside, viewer, projectId, saving);
}

/**
 * The same for what holds in all projects that do not choose for themselves. For administrators of the site.
 *
 * @throws Refusal as `saveSettings`
 */
export async function saveSiteSettings(
  outside: SettingsOutside,
  viewer: Viewer,
  saving: ProcedureInput<'siteSettings.save'>,
): Promise<SettingsView> {
  await requireSiteAdministrator(outside.access);
  return saveChoices(outside, viewer, SITE, saving);
}
