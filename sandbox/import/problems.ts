import type { z } from 'zod';

/** One thing that is wrong with a file: where (line, or issue by key or position) and what. */
export interface ImportProblem {
  readonly where: string;
  readonly what: string;
}

const SHOWN = 20;

/** The file was refused; nothing of it is in the site. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly problems: readonly ImportProblem[];

  constructor(problems: readonly ImportProblem[]) {
    const shown = problems.slice(0, SHOWN).map(({ where, what }) => `${where}: ${what}`);
    const more = problems.length > SHOWN ? [`… and ${String(problems.length - SHOWN)} more`] : [];
    super([...shown, ...more].join('\n'));
    this.problems = problems;
  }
}

export function problemsOf(where: string, error: z.ZodError): readonly ImportProblem[] {
  return error.issues.map(({ path, message }) => ({
    where,
    what: path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  }));
}
