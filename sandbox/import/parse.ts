import { ImportRefused, type ImportProblem } from './problems';

/** A JSON value of the file, and where it stands. */
export interface Located {
  readonly value: unknown;
  readonly where: string;
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function syntaxProblem(text: string, error: unknown): ImportProblem {
  const what = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/u.exec(what)?.[1];
  const line = position === undefined ? text.trimEnd().split('\n').length : lineOf(text, Number(position));
  return { where: `line ${String(line)}`, what: what.replace(/\s+/gu, ' ') };
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: ImportProblem } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: syntaxProblem(text, error) };
  }
}

function parseLines(lines: readonly string[]): readonly Located[] {
  const values: Located[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const where = `line ${String(index + 1)}`;
    const result = parsed(line);
    if ('problem' in result) problems.push({ where, what: result.problem.what });
    else values.push({ value: result.value, where });
  }
  if (problems.length > 0) throw new ImportRefused(problems);
  return values;
}

/**
 * Reads a file that is one JSON value, or one on each line.
 *
 * @throws ImportRefused naming the line that is no JSON.
 */
export function parseFile(text: string): readonly Located[] {
  const whole = parsed(text);
  if ('value' in whole) return [{ value: whole.value, where: '' }];
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '');
  const byLine = first !== undefined && lines.length > 1 && 'value' in parsed(first);
  if (!byLine) throw new ImportRefused([whole.problem]);
  return parseLines(lines);
}
