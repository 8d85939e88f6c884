import type { SettingPath } from '../../../../../../src/contract/settings';
import type { MessageKey } from '../../../lib/i18n';
import { SECTIONS, type SettingSection } from './fields';

/** A page of values, under the route that the manifest names. */
export interface ValuesPage {
  readonly route: string;
  readonly title: MessageKey;
  readonly sections: readonly SettingSection[];
}

function page(route: string, title: MessageKey, ids: readonly string[]): ValuesPage {
  return { route, title, sections: SECTIONS.filter(({ id }) => ids.includes(id)) };
}

/** The first is shown where the host names none. */
export const VALUES_PAGES: readonly [ValuesPage, ...ValuesPage[]] = [
  page('requirements', 'settings.page.requirements', ['requirements']),
  page('links', 'settings.page.links', ['links']),
  page('calendar', 'settings.page.calendar', ['calendar']),
  page('feedback', 'settings.page.feedback', ['feedback', 'targets', 'notifications']),
  page('changes', 'settings.page.changes', ['changes', 'cost']),
  page('reports', 'settings.page.reports', ['reports']),
];

/** The page on which the value is chosen. */
export function pageOf(path: SettingPath | 'links'): ValuesPage {
  const holds = ({ id, fields }: SettingSection) =>
    path === 'links' ? id === 'links' : fields.some((field) => field.path === path);
  return VALUES_PAGES.find(({ sections }) => sections.some(holds)) ?? VALUES_PAGES[0];
}
