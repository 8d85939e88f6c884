import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

export type Language = 'en-US' | 'zh-CN';
/** Gives the sentence that the panel shows for a key. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function textAt(messages: unknown, key: string): string {
  const found = key
    .split('.')
    .reduce<unknown>(
      (value, part) => (typeof value === 'object' && value ? Reflect.get(value, part) : undefined),
      messages,
    );
  if (typeof found === 'string') return found;
  throw new Error(`locales/ has no text for ${key}`);
}

/** The panel's own sentences, so that a test says what it looks for and not how it is worded this week. */
export function wordsIn(language: Language): Words {
  const file = path.resolve(__dirname, `../../locales/${language}.json`);
  const messages: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return (key, values = {}) => String(new IntlMessageFormat(textAt(messages, key), language).format({ ...values }));
}
