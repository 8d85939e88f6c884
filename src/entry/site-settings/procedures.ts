import { sqlNamesInUse } from '../../adapters/sql/sqlNamesInUse';
import { getSiteSettings } from '../../application/settings/getSettings';
import { saveSiteSettings } from '../../application/settings/saveSettings';
import { siteSettingsHistory } from '../../application/settings/settingsHistory';
import { SITE_SETTINGS_PROCEDURES as PROCEDURES } from '../../contract/settingsProcedures';
import type { SiteSettingsOutputs } from '../../contract/settingsProcedures';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case answers which procedure. */
export const procedures: { readonly [Name in keyof SiteSettingsOutputs]: Handler<SiteSettingsOutputs[Name]> } = {
  'siteSettings.get': handle(PROCEDURES['siteSettings.get'], (outside) =>
    getSiteSettings({ ...outside, namesInUse: sqlNamesInUse }),
  ),
  'siteSettings.save': handle(PROCEDURES['siteSettings.save'], (outside, viewer, input) =>
    saveSiteSettings({ ...outside, namesInUse: sqlNamesInUse }, viewer, input),
  ),
  'siteSettings.history': handle(PROCEDURES['siteSettings.history'], siteSettingsHistory),
};
