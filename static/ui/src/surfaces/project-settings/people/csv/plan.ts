import type { FieldRule } from '../../../../../../../src/contract/errors';
import type { ContactEntry } from '../../../../../../../src/contract/register';
import { changesBy, lineKey, readLine, REGISTER_COLUMNS } from '../../../../../../../src/contract/registerLine';
import type { RegisterCells, RegisterColumn } from '../../../../../../../src/contract/registerLine';
import { unprotected } from './formulas';
import type { SheetRow } from './readSheet';

/** How many lines of people one file may have. */
export const LINES_LIMIT = 50_000;
/** After so many lines the page gets a moment to answer. */
const PAUSE_AFTER = 1_000;

export interface PlannedLine {
  readonly line: number;
  readonly cells: RegisterCells;
  readonly fate: 'new' | 'updated' | 'unchanged';
}

export interface LineProblem {
  readonly line: number;
  /** Null for the line as a whole. */
  readonly column: RegisterColumn | null;
  readonly rule: FieldRule | 'quotes' | 'too_many_cells' | 'over_limit';
  readonly limit?: number;
}

/** What an import would do. */
export interface ImportPlan {
  readonly lines: readonly PlannedLine[];
  readonly problems: readonly LineProblem[];
  /** Columns of the file that mean nothing here. */
  readonly ignored: readonly string[];
}

/** Who is in the register already, by `lineKey`; clients by the key of a line without a person. */
export interface KnownPeople {
  readonly contacts: ReadonlyMap<string, ContactEntry>;
  readonly clients: ReadonlySet<string>;
}

/** Another way a column may be called, as it is compared, with the column. */
export type ColumnLabels = ReadonlyMap<string, RegisterColumn>;

/** A column's name as it is compared. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/gu, '');
}

interface Header {
  readonly columns: readonly (RegisterColumn | null)[];
  readonly ignored: readonly string[];
}

function headerOf(row: SheetRow, labels: ColumnLabels): Header | null {
  const own = new Map<string, RegisterColumn>(REGISTER_COLUMNS.map((column) => [columnKey(column), column]));
  const taken = new Set<RegisterColumn>();
  const columns = row.cells.map((cell) => {
    const column = own.get(columnKey(cell)) ?? labels.get(columnKey(cell));
    if (column === undefined || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
  const ignored = row.cells.filter((cell, index) => columns[index] === null && cell.trim() !== '');
  return taken.has('client') && taken.has('name') ? { columns, ignored } : null;
}

function cellsOf({ columns }: Header, row: SheetRow): RegisterCells {
  const cells: Partial<Record<RegisterColumn, string>> = {};
  for (const [index, column] of columns.entries()) {
    const cell = unprotected(row.cells[index] ?? '');
    if (column !== null && cell.trim() !== '') cells[column] = cell;
  }
  return cells;
}

type Judged = { readonly planned: PlannedLine } | { readonly problems: readonly LineProblem[] };

/** Judges lines one after the other; the same person on a second line is a problem of that line. */
class Judge {
  private readonly seen = new Set<string>();

  constructor(
    private readonly header: Header,
    private readonly known: KnownPeople,
  ) {}

  judge(row: SheetRow): Judged {
    const { line } = row;
    if (row.broken) return { problems: [{ line, column: null, rule: 'quotes' }] };
    const surplus = row.cells.slice(this.header.columns.length).some((cell) => cell.trim() !== '');
    if (surplus) return { problems: [{ line, column: null, rule: 'too_many_cells' }] };
    const cells = cellsOf(this.header, row);
    const read = readLine(cells);
    if ('problems' in read) return { problems: read.problems.map((problem) => ({ line, ...problem })) };
    const key = lineKey(read.line);
    if (this.seen.has(key)) return { problems: [{ line, column: 'name', rule: 'repeated' }] };
    this.seen.add(key);
    if (read.line.name === null) {
      return { planned: { line, cells, fate: this.known.clients.has(key) ? 'unchanged' : 'new' } };
    }
    const contact = this.known.contacts.get(key);
    if (contact === undefined) return { planned: { line, cells, fate: 'new' } };
    const changes = Object.keys(changesBy(read.line, contact)).length > 0;
    return { planned: { line, cells, fate: changes ? 'updated' : 'unchanged' } };
  }
}

/**
 * What importing the rows would do, line by line; null when the first row does not name the columns of client and
 * person. `pause` is awaited now and then, so that a long file does not stop the page.
 */
export async function planImport(
  rows: readonly SheetRow[],
  labels: ColumnLabels,
  known: KnownPeople,
  pause: () => Promise<void>,
): Promise<ImportPlan | null> {
  const [first, ...people] = rows;
  const header = first === undefined ? null : headerOf(first, labels);
  if (header === null) return null;
  const judge = new Judge(header, known);
  const lines: PlannedLine[] = [];
  const problems: LineProblem[] = [];
  for (const [index, row] of people.entries()) {
    if (index >= LINES_LIMIT) {
      problems.push({ line: row.line, column: null, rule: 'over_limit', limit: LINES_LIMIT });
      continue;
    }
    if (index % PAUSE_AFTER === PAUSE_AFTER - 1) await pause();
    const judged = judge.judge(row);
    if ('planned' in judged) lines.push(judged.planned);
    else problems.push(...judged.problems);
  }
  return { lines, problems, ignored: header.ignored };
}
