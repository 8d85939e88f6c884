/** A payload with one thing wrong, and what. */
export interface HostilePayload {
  readonly what: string;
  readonly payload: unknown;
}

type Path = readonly string[];

const HOSTILE_TEXTS = [
  `'; DROP TABLE feedback; --`,
  `" OR 1=1 --`,
  '\\',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{constructor.constructor("return process")()}}',
  '=HYPERLINK("http://example.invalid")',
  '\u202Eright to left',
  'a'.repeat(200_000),
  '\ud800',
  'null\u0000byte',
  '',
];

const WRONG_VALUES: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a boolean', true],
  ['a number', 42],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['a huge number', 1e308],
  ['an empty list', []],
  ['a list of texts', ['a', 'b']],
  ['an empty object', {}],
  ['an object with a query', { $ne: null, toString: 'x' }],
  ['a deep object', JSON.parse('{"a":'.repeat(500) + '1' + '}'.repeat(500))],
  ...HOSTILE_TEXTS.map((text): readonly [string, unknown] => [`the text ${JSON.stringify(text.slice(0, 30))}`, text]),
];

const EXTRA_KEYS = ['extra', 'constructor', 'toString', 'hasOwnProperty', 'accountId', '__proto__', 'prototype'];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (!isObject(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

/** Parsed from JSON, so that `__proto__` is a key of its own, as it would arrive. */
function withKey(value: Readonly<Record<string, unknown>>, key: string, inner: unknown): unknown {
  const entries = Object.entries(value).filter(([own]) => own !== key);
  const parts = [...entries, [key, inner] as const].flatMap(([own, content]) =>
    content === undefined ? [] : [`${JSON.stringify(own)}:${JSON.stringify(content)}`],
  );
  return JSON.parse(`{${parts.join(',')}}`);
}

function replaced(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (!isObject(value)) return value;
  return withKey(value, key, replaced(value[key], rest, replacement));
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

/** From a good payload, many bad ones: each field in turn missing, of each wrong kind, and with fields too many. */
export function hostilePayloads(good: unknown): HostilePayload[] {
  const paths = pathsIn(good);
  const wrong = paths.flatMap((path) =>
    WRONG_VALUES.map(([name, value]) => ({
      what: `${path.join('.') || 'the payload'} is ${name}`,
      payload: replaced(good, path, value),
    })),
  );
  const missing = paths
    .filter((path) => path.length > 0)
    .map((path) => ({ what: `${path.join('.')} is missing`, payload: replaced(good, path, undefined) }));
  const extra = paths.flatMap((path) => {
    const inner = at(good, path);
    if (!isObject(inner)) return [];
    return EXTRA_KEYS.map((key) => ({
      what: `${path.join('.') || 'the payload'} has ${key}`,
      payload: replaced(good, path, withKey(inner, key, { admin: true, polluted: 'yes' })),
    }));
  });
  return [...wrong, ...missing, ...extra];
}
