import type { FieldProblem } from '../../contract/errors';
import type { ProcedureInput } from '../../contract/procedures';
import type { SettingsChoices, SettingsView } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import type { DomainEvent } from '../../domain/events';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import { saveSettings as decide, settingsItem } from '../../domain/settings/item';
import type { SettingsEvent } from '../../domain/settings/item';
import { settingProblems } from '../../domain/settings/problems';
import { resolveSettings } from '../../domain/settings/resolve';
import { RuleViolation } from '../../domain/violation';
import { requireAdministrator } from '../authorize';
import { commit } from '../commit';
import type { Viewer } from '../ports';
import { Refusal } from '../refusal';
import { viewOf } from './getSettings';
import type { SettingsOutside } from './getSettings';
import { lastSaving } from './projectSettings';

function savedIn(events: readonly DomainEvent[]): SettingsEvent | null {
  return events.findLast((event): event is SettingsEvent => event.type === 'settings.saved') ?? null;
}

/** Lets choices pass that go together, also with what is built in beside them. */
function requireSense(choices: SettingsChoices): void {
  const problems = settingProblems(resolveSettings(DEFAULT_SETTINGS, choices));
  const fields = problems.map(({ path, rule }): FieldProblem => ({ path: `choices.${path}`, rule }));
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}

function requireUnderstood(saving: SettingsEvent | null): void {
  if (saving !== null && readChoices(saving.data.choices).unread.length > 0) throw new Refusal('SETTINGS_NEWER');
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
  { commandId, projectId, expectedVersion, choices }: ProcedureInput<'settings.save'>,
): Promise<SettingsView> {
  await requireAdministrator(outside.access, projectId);
  requireSense(choices);
  try {
    const events = await commit(outside, {
      viewer,
      commandId,
      projectId,
      type: 'settings.saved',
      load: () => outside.journal.itemEvents([settingsItem(projectId)]),
      decide: (loaded) => {
        const saving = savedIn(loaded);
        requireUnderstood(saving);
        return Promise.resolve([decide(projectId, saving, expectedVersion, choices)]);
      },
    });
    return await viewOf(outside, projectId, savedIn(events));
  } catch (error) {
    if (!(error instanceof RuleViolation && error.code === 'CONFLICT')) throw error;
    const currentSettings = await viewOf(outside, projectId, await lastSaving(outside, projectId));
    throw new Refusal('CONFLICT', { currentSettings, cause: error });
  }
}
