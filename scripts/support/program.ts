import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';

/** What a program cannot work with; the message is one sentence to whoever gave it. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** A place in a value as one would write it: `edges[3][0]`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '');
}

/**
 * The text of a file, or of standard input for `-`.
 *
 * @throws BadInput when it cannot be read.
 */
export async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new BadInput(`${file} cannot be read: ${error.message}.`);
    throw error;
  }
}

/**
 * Reads a value from JSON.
 *
 * @throws BadInput naming the first place that is not as the schema demands.
 */
export function parseJson<T>(written: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    throw new BadInput(`That is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const place = placeOf(issue?.path ?? []);
  throw new BadInput(`${place === '' ? 'The input' : place}: ${issue?.message ?? 'not as it should be'}.`);
}

/**
 * A program that reads one file of JSON and prints one line of JSON.
 *
 * @param usage what it is and how it is called; printed where the arguments do not fit, or for `--help`.
 * @returns the exit code: 0, or 2 with a sentence on standard error when there is nothing to work with.
 */
export async function runProgram(usage: string, answer: (written: string) => unknown): Promise<number> {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || others.length > 0 || file === '--help') {
    console.error(usage);
    return file === '--help' ? 0 : 2;
  }
  try {
    console.log(JSON.stringify(answer(await readText(file))));
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return 2;
  }
}
