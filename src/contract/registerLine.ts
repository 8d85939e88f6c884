import type { FieldRule } from './errors';
import { NAME_LIMIT } from './limits';
import type { ContactDetails, ContactHours } from './register';
import { LANGUAGE_LIMIT, ROLE_LIMIT } from './registerLimits';
import { CHANNELS } from './vocabulary';

/** The columns of a file of people, by the names that stand in its first line. */
export const REGISTER_COLUMNS = [
  'client',
  'name',
  'role',
  'language',
  'timeZone',
  'channel',
  'opens',
  'closes',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** One line of a file as it is written; a column that the file does not have is absent. */
export type RegisterCells = Readonly<Partial<Record<RegisterColumn, string>>>;

/** One line as it is meant. What a cell leaves open stays as it is in the register. */
export interface RegisterLine {
  readonly client: string;
  /** Null for a client alone. */
  readonly name: string | null;
  readonly details: Partial<ContactDetails>;
}

export interface CellProblem {
  readonly column: RegisterColumn;
  readonly rule: FieldRule;
  readonly limit?: number;
}

type Cell<T> = { readonly value: T } | { readonly rule: FieldRule; readonly limit?: number };

/** A text of one line as it is kept: trimmed, white space folded, NFC. */
function oneLine(text: string): string {
  return text.trim().normalize('NFC').replace(/\s+/gu, ' ');
}

function name(text: string, limit: number): Cell<string> {
  const value = oneLine(text);
  if (!value.isWellFormed() || value.includes('\u0000')) return { rule: 'malformed' };
  return value.length > limit ? { rule: 'too_long', limit } : { value };
}

function required(text: string): Cell<string> {
  return oneLine(text) === '' ? { rule: 'missing' } : name(text, NAME_LIMIT);
}

function timeZone(text: string): Cell<string> {
  try {
    new Intl.DateTimeFormat('en', { timeZone: oneLine(text) });
    return { value: oneLine(text) };
  } catch {
    return { rule: 'malformed' };
  }
}

/** The tag of a language as the standard writes it. */
export function languageTag(text: string): string | null {
  if (text.length > LANGUAGE_LIMIT) return null;
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}

function language(text: string): Cell<string> {
  const tag = languageTag(text);
  return tag === null ? { rule: 'malformed' } : { value: tag };
}

function channel(text: string): Cell<(typeof CHANNELS)[number]> {
  const wanted = oneLine(text).toLowerCase();
  const value = CHANNELS.find((each) => each === wanted);
  return value === undefined ? { rule: 'not_a_choice' } : { value };
}

/** An hour of the day: "9", "9.5" or "09:30". */
export function readHour(text: string): number | null {
  const [, hours = '', decimals, minutes] = /^(\d{1,2})(?:[.,](\d{1,2})|[:：](\d{2}))?$/u.exec(text.trim()) ?? [];
  if (hours === '' || Number(minutes ?? 0) > 59) return null;
  const hour = minutes === undefined ? Number(`${hours}.${decimals ?? 0}`) : Number(hours) + Number(minutes) / 60;
  return hour <= 24 ? hour : null;
}

function hour(text: string): Cell<number> {
  const value = readHour(text);
  return value === null ? { rule: 'out_of_range' } : { value };
}

/** Collects the cells of one line and what is wrong with them. */
class LineReader {
  readonly problems: CellProblem[] = [];

  constructor(private readonly cells: RegisterCells) {}

  /** Undefined for a cell that is empty, absent or wrong. */
  read<T>(column: RegisterColumn, by: (text: string) => Cell<T>, isRequired = false): T | undefined {
    const text = this.cells[column] ?? '';
    if (text.trim() === '' && !isRequired) return undefined;
    const cell = by(text);
    if ('value' in cell) return cell.value;
    this.problems.push({ column, ...cell });
    return undefined;
  }

  hours(): ContactHours | undefined {
    const [opens, closes] = [this.read('opens', hour), this.read('closes', hour)];
    if (this.problems.some(({ column }) => column === 'opens' || column === 'closes')) return undefined;
    if (opens === undefined && closes === undefined) return undefined;
    if (opens === undefined) this.problems.push({ column: 'opens', rule: 'missing' });
    else if (closes === undefined) this.problems.push({ column: 'closes', rule: 'missing' });
    else if (closes <= opens) this.problems.push({ column: 'closes', rule: 'closes_before_opening' });
    else return { opens, closes };
    return undefined;
  }
}

function given(details: { readonly [K in keyof ContactDetails]: ContactDetails[K] | undefined }) {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

/** Reads one line of a file of people; page and back end read it by this same rule. */
export function readLine(
  cells: RegisterCells,
): { readonly line: RegisterLine } | { readonly problems: readonly CellProblem[] } {
  const reader = new LineReader(cells);
  const client = reader.read('client', required, true) ?? '';
  const details: Partial<ContactDetails> = given({
    role: reader.read('role', (text) => name(text, ROLE_LIMIT)),
    language: reader.read('language', language),
    timeZone: reader.read('timeZone', timeZone),
    channel: reader.read('channel', channel),
    hours: reader.hours(),
  });
  const person = reader.read('name', required, Object.keys(details).length > 0) ?? null;
  return reader.problems.length > 0 ? { problems: reader.problems } : { line: { client, name: person, details } };
}

/** The key under which a name is the same as another one. */
function same(text: string): string {
  return text.toLowerCase();
}

/** The key under which a line is about the same client and person as another one. */
export function lineKey({ client, name: person }: Pick<RegisterLine, 'client' | 'name'>): string {
  return `${same(client)}\n${person === null ? '' : same(person)}`;
}

/** What a line would change in what is known of a person; empty when nothing. */
export function changesBy({ details }: RegisterLine, known: ContactDetails): Partial<ContactDetails> {
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(Reflect.get(known, field));
  return Object.fromEntries(Object.entries(details).filter(differs));
}
