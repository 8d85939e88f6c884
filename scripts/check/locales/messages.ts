import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

/** The messages of one language by their dotted keys. */
export type Messages = ReadonlyMap<string, string>;

function flatten(value: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(prefix, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, nested] of Object.entries(value)) flatten(nested, prefix === '' ? key : `${prefix}.${key}`, into);
  } else throw new Error(`${prefix} is neither a text nor a group of texts`);
}

/** Every language of the folder, by its tag. */
export function readLocales(directory: string): ReadonlyMap<string, Messages> {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => {
      const messages = new Map<string, string>();
      flatten(JSON.parse(readFileSync(path.join(directory, file), 'utf8')), '', messages);
      return [path.basename(file, '.json'), messages];
    }),
  );
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The parser's number for plain text and for the `#` of a plural: they take no argument. */
const LITERAL = 0;
const POUND = 7;

function collectArguments(ast: Ast, names: Set<string>): void {
  for (const element of ast) {
    const type: number = element.type;
    if (type === LITERAL || type === POUND) continue;
    if ('value' in element) names.add(element.value);
    if ('options' in element) Object.values(element.options).forEach(({ value }) => collectArguments(value, names));
    if ('children' in element) collectArguments(element.children, names);
  }
}

/**
 * The names a message wants filled in, sorted.
 * @throws when it is not an ICU message.
 */
export function argumentsOf(message: string, locale: string): readonly string[] {
  const names = new Set<string>();
  collectArguments(new IntlMessageFormat(message, locale).getAst(), names);
  return [...names].sort();
}
