import english from '../../locales/en-US.json';
import chinese from '../../locales/zh-CN.json';

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
export function sentencesIn(
  locale: string,
): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const messages = locale.toLowerCase().startsWith('zh') ? chinese : english;
  return (key, values = {}) =>
    find(messages, key).replaceAll(/\{(\w+)(?:, number)?\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
