import type { ProcedureInput } from '../../contract/procedures';
import type { NamesInUse, SettingsView } from '../../contract/settings';
import { readChoices } from '../../contract/settingsSchema';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import { SITE } from '../../domain/settings/item';
import { requireAdministrator, requireSiteAdministrator } from '../authorize';
import type { Outside, Viewer } from '../ports';
import type { NamesInUseOf } from './namesInUse';
import { choicesIn, lastSavings, siteSettings } from './projectSettings';
import type { Savings } from './projectSettings';

export type SettingsOutside = Outside & { readonly namesInUse: NamesInUseOf };

/**
 * The page's view of what was saved last.
 *
 * @param place a project's id, or `SITE`
 */
export function viewOf(place: string, savings: Savings, inUse: NamesInUse): SettingsView {
  const { choices, unread } = readChoices(savings.own?.data.choices ?? {});
  const isSite = place === SITE;
  return {
    version: savings.own?.itemVersion ?? 0,
    choices,
    unread,
    defaults: isSite ? DEFAULT_SETTINGS : siteSettings(savings),
    siteChoices: isSite ? {} : choicesIn(savings.site),
    inUse,
  };
}

/** The view of what holds now. */
export async function currentView(
  outside: Pick<SettingsOutside, 'namesInUse' | 'journal'>,
  place: string,
): Promise<SettingsView> {
  const [savings, inUse] = await Promise.all([lastSavings(outside, place), outside.namesInUse(place)]);
  return viewOf(place, savings, inUse);
}

/**
 * What the project chose, what holds otherwise, and the names it uses. For its administrators.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function getSettings(
  outside: SettingsOutside,
  _viewer: Viewer,
  { projectId }: ProcedureInput<'settings.get'>,
): Promise<SettingsView> {
  await requireAdministrator(outside.access, projectId);
  return currentView(outside, projectId);
}

/**
 * What the site chose for all projects, and what is built in. For its administrators.
 *
 * @throws Refusal `NOT_ALLOWED`
 */
export async function getSiteSettings(outside: SettingsOutside): Promise<SettingsView> {
  await requireSiteAdministrator(outside.access);
  return currentView(outside, SITE);
}
