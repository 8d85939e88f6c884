import { IntlMessageFormat } from 'intl-messageformat';
import type english from '../../../../locales/en-US.json';

type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}`;
}[keyof T & string];

export type MessageKey = Keys<typeof english>;
export type MessageValues = Readonly<Record<string, string | number>>;
/** Gives the sentence for a key in the viewer's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const LANGUAGES = {
  'en-US': () => import('../../../../locales/en-US.json'),
  'zh-CN': () => import('../../../../locales/zh-CN.json'),
};
export type Language = keyof typeof LANGUAGES;

/** The language of ours that suits a locale best. */
export function languageFor(locale: string): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

/** The locale for dates and numbers beside our messages: the viewer's own where it speaks the same language. */
export function formatLocale(locale: string): string {
  const language = languageFor(locale);
  return locale.slice(0, 2).toLowerCase() === language.slice(0, 2) ? locale : language;
}

/** Sentences one after the other, as the language sets them; empty ones are left out. */
export function joined(t: Translate, sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((first, second) => (first === '' ? second : t('sentence.joined', { first, second })), '');
}

function find(messages: unknown, key: string): string | null {
  let value: unknown = messages;
  for (const part of key.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  return typeof value === 'string' ? value : null;
}

/** Loads the messages of one language; `locale` decides how numbers in them are written. */
export async function loadTranslation(locale: string): Promise<Translate> {
  const { default: messages } = await LANGUAGES[languageFor(locale)]();
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  return (key, values = {}) => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(find(messages, key) ?? key, languageFor(locale));
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}
