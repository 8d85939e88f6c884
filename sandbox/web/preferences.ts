import type { Person, SiteStore } from '../api';
import { readCookie, writeCookie } from './http/cookies';
import { isLocale } from './translator';
import type { Locale } from './translator';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** Who looks at the site, and how. */
export interface Preferences {
  readonly viewer: Person;
  readonly theme: Theme;
  readonly locale: Locale;
}

const COOKIE = { user: 'sandbox_user', theme: 'sandbox_theme', language: 'sandbox_language' } as const;

function isTheme(value: string | null): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** Those whom the switcher offers, administrators first. */
export function switchablePeople(site: SiteStore): readonly Person[] {
  const order = ['admin', 'lead', 'member', 'reader', 'outsider'];
  return site
    .people()
    .filter(({ role, active }) => active && role !== 'none')
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.name.localeCompare(b.name));
}

/**
 * What the cookies say, each with its default: the first administrator, the system's theme, the viewer's language.
 * @throws Error when the site has nobody to be.
 */
export function readPreferences(request: Request, site: SiteStore): Preferences {
  const people = switchablePeople(site);
  const chosen = readCookie(request, COOKIE.user);
  const viewer = people.find(({ accountId }) => accountId === chosen) ?? people[0];
  if (viewer === undefined) throw new Error('The site has no person whom one could be: start it with --fresh.');
  const theme = readCookie(request, COOKIE.theme);
  const language = readCookie(request, COOKIE.language);
  return {
    viewer,
    theme: isTheme(theme) ? theme : 'system',
    locale: isLocale(language) ? language : viewer.locale,
  };
}

/** Cookies for the choices in a form; what is not a choice is ignored. */
export function choiceCookies(form: URLSearchParams, site: SiteStore): string[] {
  const user = form.get('user');
  const theme = form.get('theme');
  const language = form.get('language');
  const cookies: string[] = [];
  if (user !== null && switchablePeople(site).some(({ accountId }) => accountId === user)) {
    cookies.push(writeCookie(COOKIE.user, user));
  }
  if (isTheme(theme)) cookies.push(writeCookie(COOKIE.theme, theme));
  if (isLocale(language)) cookies.push(writeCookie(COOKIE.language, language));
  return cookies;
}
