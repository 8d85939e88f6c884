import type { Person, Project, SiteStore } from '../api';
import type { Formats } from './formats';
import type { Theme } from './preferences';
import type { Locale, Translate } from './translator';

/** A page of the app among Jira's settings, in the viewer's language. */
export interface SettingsLink {
  readonly key: string;
  readonly title: string;
  readonly pages: readonly { readonly route: string; readonly title: string }[];
}

/** What every page needs to draw itself for one viewer. */
export interface PageContext {
  readonly t: Translate;
  readonly formats: Formats;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly viewer: Person;
  readonly people: readonly Person[];
  readonly site: SiteStore;
  /** Path and query of the page, to come back to after a switch. */
  readonly here: string;
  /** The app's pages among the settings of a project: none for those who do not administer it. */
  settingsPagesOf(project: Project): readonly SettingsLink[];
  /** The app's pages in the administration of the site: none for those who do not administer it. */
  readonly adminPages: readonly SettingsLink[];
  /** The origin of the app's frames. */
  readonly frameOrigin: string;
}
