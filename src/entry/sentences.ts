import english from '../../locales/en-US.json';
import chinese from '../../locales/zh-CN.json';

// Named one by one, so that the bundler leaves the sentences of the pages out, which every cold start would read.
const ENGLISH = {
  byline: english.byline,
  edition: english.edition,
  error: english.error,
  export: english.export,
  module: english.module,
  notice: english.notice,
  status: english.status,
};
const CHINESE: typeof ENGLISH = {
  byline: chinese.byline,
  edition: chinese.edition,
  error: chinese.error,
  export: chinese.export,
  module: chinese.module,
  notice: chinese.notice,
  status: chinese.status,
};

/** A sentence of the parts above. */
type Key = `${keyof typeof ENGLISH}.${string}`;

function find(messages: unknown, key: string): string {
  const found = key
    .split('.')
    .reduce<unknown>(
      (inside, part) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, part) : null),
      messages,
    );
  return typeof found === 'string' ? found : key;
}

/** Says the app's plain sentences, those without choices in them, where there is no browser. */
export function sentencesIn(locale: string): (key: Key, values?: Readonly<Record<string, string | number>>) => string {
  const messages = locale.toLowerCase().startsWith('zh') ? CHINESE : ENGLISH;
  return (key, values = {}) =>
    find(messages, key).replaceAll(/\{(\w+)(?:, number)?\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
