/** Languages that are offered; any other that a file brought is kept. */
export const LANGUAGES: readonly string[] = [
  ...['en', 'zh-Hans', 'zh-Hant', 'ar', 'cs', 'da', 'de', 'el', 'es', 'fi', 'fr', 'he', 'hi', 'hu', 'id', 'it'],
  ...['ja', 'ko', 'ms', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sv', 'th', 'tr', 'uk', 'vi'],
];

/** The language in the viewer's own. */
export function languageName(locale: string, tag: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
}
