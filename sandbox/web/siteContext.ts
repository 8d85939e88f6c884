import { formatsFor } from './formats';
import { readPreferences, switchablePeople } from './preferences';
import { translatorFor } from './translator';
import type { Incompleteness } from '../incompleteness';
import type { Sandbox } from '../api';
import type { PageContext, SettingsLink } from './pageContext';
import type { SettingsModule, Surfaces } from './surfaces';

/** What the routes of one served site share. */
export interface SiteContext {
  readonly sandbox: Sandbox;
  readonly surfaces: Surfaces;
  readonly siteOrigin: string;
  readonly frameOrigin: string;
  /** What pages asked of the bridge that it does not model. */
  readonly incompleteness: Incompleteness;
  /** What the content security policy blocked, each once. */
  readonly violations: Set<string>;
}

/** Everything that the run could not model or check. */
export function allIncomplete({ sandbox, incompleteness }: SiteContext): readonly string[] {
  return [...sandbox.incomplete(), ...incompleteness.list()];
}

function settingsLink({ key, title, pages }: SettingsModule, surfaces: Surfaces, locale: string): SettingsLink {
  const below = pages.map((one) => ({ route: one.route, title: surfaces.translate(one.title, locale) }));
  return { key, title: surfaces.translate(title, locale), pages: below };
}

/** The page's surroundings for whoever the cookies say. */
export function pageContextFor(request: Request, { sandbox, surfaces, frameOrigin }: SiteContext): PageContext {
  const { viewer, theme, locale } = readPreferences(request, sandbox.site);
  const { pathname, search } = new URL(request.url);
  const t = translatorFor(locale);
  return {
    t,
    formats: formatsFor(locale, viewer, t),
    locale,
    theme,
    viewer,
    people: switchablePeople(sandbox.site),
    site: sandbox.site,
    here: pathname + search,
    settingsPagesOf: ({ id }) =>
      sandbox.site.allows(viewer.accountId, 'ADMINISTER_PROJECTS', { projectId: id })
        ? surfaces.projectSettingsPages.map((module) => settingsLink(module, surfaces, locale))
        : [],
    adminPages:
      viewer.role === 'admin' ? surfaces.adminPages.map((module) => settingsLink(module, surfaces, locale)) : [],
    frameOrigin,
  };
}
