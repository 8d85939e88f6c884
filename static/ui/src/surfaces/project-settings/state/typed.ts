import type { FieldProblem } from '../../../../../../src/contract/errors';
import { SETTING_PATHS } from '../../../../../../src/contract/settings';
import type { LinkRule, SettingPath, SettingsChoices } from '../../../../../../src/contract/settings';
import type { ProcedurePayload } from '../../../../../../src/contract/procedures';
import { fieldOf, type SettingField } from './fields';

/** What has been typed: texts by path, where the project chooses for itself, and its rules for link types. */
export interface Typed {
  readonly texts: Readonly<Partial<Record<SettingPath, string>>>;
  readonly links: readonly LinkRule[];
}

type Choices = ProcedurePayload<'settings.save'>['choices'];

function member(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function valueAt(tree: unknown, path: SettingPath): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? member(value, key) : undefined;
  }, tree);
}

/** A value as it is typed. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`;
}

/** The text of the value at the path of settings; undefined where nothing is chosen. */
export function textAt(settings: object, path: SettingPath): string | undefined {
  const value = valueAt(settings, path);
  return value === undefined ? undefined : textOf(value);
}

/** What was saved, as it is typed. */
export function typedOf(choices: SettingsChoices): Typed {
  const texts: Partial<Record<SettingPath, string>> = {};
  for (const path of SETTING_PATHS) {
    const text = path === 'links' ? undefined : textAt(choices, path);
    if (text !== undefined) texts[path] = text;
  }
  return { texts, links: choices.links ?? [] };
}

/** The texts but that of one value, for which what holds otherwise is to hold again. */
export function without(texts: Typed['texts'], path: SettingPath): Typed['texts'] {
  return Object.fromEntries(Object.entries(texts).filter(([own]) => own !== path));
}

/** The entries of a list that is typed one a line. */
export function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function numberIn(text: string, isWhole: boolean): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) && (!isWhole || Number.isInteger(value)) ? value : null;
}

type Read = { readonly value: unknown } | { readonly problem: FieldProblem };

function readNumber({ path, kind, optional = false }: SettingField, text: string): Read {
  const at = `choices.${path}`;
  if (text.trim() === '') return optional ? { value: null } : { problem: { path: at, rule: 'missing' } };
  const value = numberIn(text, kind === 'whole');
  return value === null ? { problem: { path: at, rule: 'not_a_number' } } : { value };
}

function read(field: SettingField, text: string): Read {
  const { kind, optional = false } = field;
  switch (kind) {
    case 'names':
    case 'days':
    case 'choices':
      return { value: lines(text) };
    case 'weekDays':
      return { value: lines(text).map(Number) };
    case 'switch':
      return { value: text === 'true' };
    case 'text':
      return { value: text.trim() === '' && optional ? null : text.trim() };
    case 'number':
    case 'whole':
    case 'share':
      return readNumber(field, text);
  }
}

function put(tree: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const branch = tree[key];
  const inner: Record<string, unknown> = typeof branch === 'object' && branch !== null ? { ...branch } : {};
  put(inner, rest, value);
  tree[key] = inner;
}

/** What has been typed as the back end takes it, with what cannot be understood. */
export function choicesOf({ texts, links }: Typed): {
  readonly choices: Choices;
  readonly problems: readonly FieldProblem[];
} {
  const choices: Record<string, unknown> = links.length === 0 ? {} : { links };
  const problems: FieldProblem[] = [];
  for (const path of SETTING_PATHS) {
    const [field, text] = [fieldOf(path), texts[path]];
    if (field === undefined || text === undefined) continue;
    const result = read(field, text);
    if ('problem' in result) problems.push(result.problem);
    else put(choices, path.split('.'), result.value);
  }
  return { choices, problems };
}

function isLinkRule(value: unknown): value is LinkRule {
  return typeof value === 'object' && value !== null && 'type' in value && 'alongOutward' in value;
}

/** A stored draft, if it is one of this form. */
export function parseTyped(stored: unknown): Typed | null {
  if (typeof stored !== 'object' || stored === null || !('texts' in stored && 'links' in stored)) return null;
  const { texts, links } = stored;
  if (typeof texts !== 'object' || texts === null || !Array.isArray(links) || !links.every(isLinkRule)) return null;
  const known: Partial<Record<SettingPath, string>> = {};
  for (const path of SETTING_PATHS) {
    const text: unknown = Reflect.get(texts, path);
    if (typeof text === 'string') known[path] = text;
  }
  return { texts: known, links };
}
