import type { SettingsHistory, SettingsView } from '../../../../../../src/contract/settings';
import type { ProcedurePayload } from '../../../../../../src/contract/procedures';
import { call, type Outcome } from '../../../lib/call';
import { usePage } from '../../../lib/Page';

export type Saving = ProcedurePayload<'siteSettings.save'>;

/** Where settings are chosen, and how they are read and saved there. */
export interface SettingsPlace {
  readonly isSite: boolean;
  readonly get: () => Promise<Outcome<SettingsView>>;
  readonly save: (saving: Saving) => Promise<Outcome<SettingsView>>;
  readonly history: () => Promise<Outcome<SettingsHistory>>;
}

const SITE: SettingsPlace = {
  isSite: true,
  get: () => call('siteSettings.get', {}),
  save: (saving) => call('siteSettings.save', saving),
  history: () => call('siteSettings.history', {}),
};

function projectPlace(projectId: string): SettingsPlace {
  return {
    isSite: false,
    get: () => call('settings.get', { projectId }),
    save: (saving) => call('settings.save', { ...saving, projectId }),
    history: () => call('settings.history', { projectId }),
  };
}

/** The project of the page; the site on the page in Jira's administration, which names no project. */
export function usePlace(): SettingsPlace {
  const { projectId } = usePage().context;
  return projectId === '' ? SITE : projectPlace(projectId);
}
