import type { ProcedureInput } from '../../contract/procedures';
import type { SettingsView } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import type { SettingsEvent } from '../../domain/settings/item';
import { requireAdministrator } from '../authorize';
import type { Outside, Viewer } from '../ports';
import type { NamesInUseOf } from './namesInUse';
import { lastSaving } from './projectSettings';

export type SettingsOutside = Outside & { readonly namesInUse: NamesInUseOf };

/** The page's view of what was saved last. */
export async function viewOf(
  { namesInUse }: Pick<SettingsOutside, 'namesInUse'>,
  projectId: string,
  saving: SettingsEvent | null,
): Promise<SettingsView> {
  const { choices, unread } = readChoices(saving?.data.choices ?? {});
  return {
    projectId,
    version: saving?.itemVersion ?? 0,
    choices,
    unread,
    defaults: DEFAULT_SETTINGS,
    inUse: await namesInUse(projectId),
  };
}

/**
 * What the project chose, what is built in, and the names it uses. For its administrators.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function getSettings(
  outside: SettingsOutside,
  _viewer: Viewer,
  { projectId }: ProcedureInput<'settings.get'>,
): Promise<SettingsView> {
  await requireAdministrator(outside.access, projectId);
  return viewOf(outside, projectId, await lastSaving(outside, projectId));
}
