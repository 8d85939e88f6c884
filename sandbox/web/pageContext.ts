import type { Person, Project, SiteStore } from '../api';
import type { Formats } from './formats';
import type { Theme } from './preferences';
import type { Locale, Translate } from './translator';

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
  settingsPagesOf(project: Project): readonly { readonly key: string; readonly title: string }[];
  /** The origin of the app's frames. */
  readonly frameOrigin: string;
}
