import { IntlMessageFormat } from 'intl-messageformat';
import english from './locales/en-US.json';
import chinese from './locales/zh-CN.json';

export const LOCALES = ['en-US', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

export type MessageKey = keyof typeof english;
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { 'en-US': 'English', 'zh-CN': '简体中文' };

const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'en-US': english,
  'zh-CN': chinese,
};

export function isLocale(value: string | null): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Words of the site's own chrome; the app brings its own. */
export function translatorFor(locale: Locale): Translate {
  const catalogue = catalogues[locale];
  return (key, values = {}) => String(new IntlMessageFormat(catalogue[key], locale).format(values)).trim();
}
