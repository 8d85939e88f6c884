import Papa from 'papaparse';

/** A row of a sheet, by the line of the file that it begins on, from 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether its quotation marks make no sense; the cells are then none. */
  readonly broken: boolean;
}

const SEPARATORS = [',', ';', '\t'];
/** After so many rows with broken quotes each line is read by itself: looking for a closing quote takes its time. */
const MOST_BROKEN = 10;

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The separator that the first line that says anything is made with. */
function separatorOf(text: string): string {
  const first = text.split('\n', 20).find((line) => line.trim() !== '') ?? '';
  const counts = SEPARATORS.map((separator) => ({ separator, count: first.split(separator).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}

interface Place {
  /** Where in the text. */
  readonly start: number;
  readonly line: number;
}

/** Reads rows until one is broken. @returns where that one begins; null at the end */
function readUntilBroken(text: string, place: Place, delimiter: string, take: (row: SheetRow) => void): Place | null {
  const rest = text.slice(place.start);
  let [at, line] = [0, place.line];
  const broken: Place[] = [];
  Papa.parse<readonly string[]>(rest, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ type }) => type === 'Quotes')) {
        broken.push({ start: place.start + at, line });
        parser.abort();
        return;
      }
      take({ line, cells: data, broken: false });
      line += countLines(rest.slice(at, meta.cursor));
      at = meta.cursor;
    },
  });
  return broken[0] ?? null;
}

function readLineByLine(text: string, place: Place, delimiter: string): readonly SheetRow[] {
  const lines = text.slice(place.start).split('\n');
  return lines.map((line, index) => {
    const { data, errors } = Papa.parse<readonly string[]>(line, { delimiter, newline: '\n' });
    const broken = errors.some(({ type }) => type === 'Quotes');
    return { line: place.line + index, cells: broken ? [] : (data[0] ?? []), broken };
  });
}

/**
 * The rows of a file of values separated by commas, semicolons or tabs. A row whose quotes are broken is told apart, and
 * reading goes on with the line below it, so that it takes no other row along.
 */
export function readSheet(file: string): readonly SheetRow[] {
  const text = file.replace(/\r\n?/gu, '\n');
  const delimiter = separatorOf(text);
  const rows: SheetRow[] = [];
  let place: Place | null = { start: 0, line: 1 };
  for (let broken = 0; place !== null; broken += 1) {
    if (broken >= MOST_BROKEN) {
      for (const row of readLineByLine(text, place, delimiter)) rows.push(row);
      break;
    }
    const found: Place | null = readUntilBroken(text, place, delimiter, (row) => rows.push(row));
    if (found !== null) rows.push({ line: found.line, cells: [], broken: true });
    const end: number = found === null ? -1 : text.indexOf('\n', found.start);
    place = found === null || end < 0 ? null : { start: end + 1, line: found.line + 1 };
  }
  return rows.filter(({ cells, broken }) => broken || cells.some((cell) => cell.trim() !== ''));
}
