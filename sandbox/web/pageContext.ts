import type { Person, SiteStore } from '../api';
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
  /** The origin of the app's frames. */
  readonly frameOrigin: string;
}
