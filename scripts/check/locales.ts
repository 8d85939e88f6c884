import { ERROR_CODES, FIELD_RULES } from '../../src/contract/errors';
import { argumentsOf, readLocales } from './locales/messages';
import type { Messages } from './locales/messages';
import { findUsage } from './locales/usage';

const SOURCE = 'en-US';

function argumentsOrProblem(messages: Messages, locale: string, key: string): string {
  try {
    return argumentsOf(messages.get(key) ?? '', locale).join(', ');
  } catch (error) {
    return `not an ICU message (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** Where a translation differs from the source: other keys, or other names to fill in. */
function differences(source: Messages, translation: Messages, locale: string): string[] {
  const missing = [...source.keys()].filter((key) => !translation.has(key));
  const extra = [...translation.keys()].filter((key) => !source.has(key));
  const unlike = [...source.keys()].flatMap((key) => {
    if (!translation.has(key)) return [];
    const wanted = argumentsOrProblem(source, SOURCE, key);
    const found = argumentsOrProblem(translation, locale, key);
    return wanted === found ? [] : [`${locale}: ${key} takes {${found}}, ${SOURCE} takes {${wanted}}`];
  });
  return [
    ...missing.map((key) => `${locale}: ${key} is missing`),
    ...extra.map((key) => `${locale}: ${key} is not in ${SOURCE}`),
    ...unlike,
  ];
}

function main(): number {
  const locales = readLocales('locales');
  const source = locales.get(SOURCE);
  if (source === undefined) throw new Error(`locales/${SOURCE}.json is missing`);
  const { isUsed, inManifest } = findUsage(['static/ui/src', 'src/entry'], 'manifest.yml');
  const demanded = [
    ...inManifest,
    ...ERROR_CODES.map((code) => `error.${code}`),
    ...FIELD_RULES.map((rule) => `field.${rule}`),
  ];
  const findings = [
    ...[...locales].flatMap(([locale, messages]) => (locale === SOURCE ? [] : differences(source, messages, locale))),
    ...[...source.keys()].flatMap((key) => {
      const found = argumentsOrProblem(source, SOURCE, key);
      return found.startsWith('not an ICU') ? [`${SOURCE}: ${key} is ${found}`] : [];
    }),
    ...[...locales].flatMap(([locale, messages]) =>
      [...messages].flatMap(([key, message]) => (message.trim() === '' ? [`${locale}: ${key} is empty`] : [])),
    ),
    ...demanded.filter((key) => !source.has(key)).map((key) => `${key} is asked for and has no text`),
    ...[...source.keys()].filter((key) => !isUsed(key)).map((key) => `${key} is used nowhere`),
  ];
  findings.forEach((finding) => console.error(finding));
  console.log(`${locales.size} languages, ${source.size} messages, ${findings.length} findings`);
  return findings.length === 0 ? 0 : 1;
}

process.exitCode = main();
