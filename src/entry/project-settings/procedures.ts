import { sqlNamesInUse } from '../../adapters/sql/sqlNamesInUse';
import { sqlProjectUse } from '../../adapters/sql/sqlProjectUse';
import { getSettings } from '../../application/settings/getSettings';
import { proposeSettings } from '../../application/settings/proposeSettings';
import { saveSettings } from '../../application/settings/saveSettings';
import { settingsHistory } from '../../application/settings/settingsHistory';
import { SETTINGS_PROCEDURES as PROCEDURES } from '../../contract/settingsProcedures';
import type { SettingsOutputs } from '../../contract/settingsProcedures';
import { mirrorOutside } from '../mirrorOutside';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case answers which procedure. */
export const procedures: { readonly [Name in keyof SettingsOutputs]: Handler<SettingsOutputs[Name]> } = {
  'settings.get': handle(PROCEDURES['settings.get'], (outside, viewer, input) =>
    getSettings({ ...outside, namesInUse: sqlNamesInUse }, viewer, input),
  ),
  'settings.save': handle(PROCEDURES['settings.save'], (outside, viewer, input) =>
    saveSettings({ ...outside, namesInUse: sqlNamesInUse }, viewer, input),
  ),
  'settings.history': handle(PROCEDURES['settings.history'], settingsHistory),
  'settings.propose': handle(PROCEDURES['settings.propose'], (outside, viewer, input) =>
    proposeSettings({ ...outside, projectUse: sqlProjectUse, mirror: mirrorOutside.mirror }, viewer, input),
  ),
};
