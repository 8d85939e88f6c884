import { z } from 'zod';
import { compactForm } from './compact';
import type { ImportedIssue } from './imported';
import { jiraForm } from './jiraForm';
import { parseFile, type Located } from './parse';
import { ImportRefused, problemsOf, type ImportProblem } from './problems';

const page = z.looseObject({ issues: z.array(z.unknown()) });
const keyed = z.looseObject({ key: z.string() });

function entriesOf(located: Located): readonly Located[] {
  const asPage = page.safeParse(located.value);
  if (asPage.success) return asPage.data.issues.map((value) => ({ value, where: located.where }));
  if (Array.isArray(located.value)) {
    return located.value.flatMap((value: unknown) => entriesOf({ value, where: located.where }));
  }
  return [located];
}

function placeOf({ value, where }: Located, index: number): string {
  const key = keyed.safeParse(value);
  const issue = key.success ? `issue ${key.data.key}` : `issue number ${String(index + 1)}`;
  return where === '' ? issue : `${where}, ${issue}`;
}

function isJiraForm(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'fields');
}

function refuseDuplicates(issues: readonly ImportedIssue[]): readonly ImportProblem[] {
  const seen = new Set<string>();
  return issues.flatMap(({ issue: { key } }) => {
    if (seen.has(key)) return [{ where: `issue ${key}`, what: 'appears more than once in the file' }];
    seen.add(key);
    return [];
  });
}

/**
 * Reads the issues of a file in Jira's own form (a page, several, or one on each line) or in the compact form.
 *
 * @throws ImportRefused with everything that is wrong with the file.
 */
export function readIssues(text: string): readonly ImportedIssue[] {
  const issues: ImportedIssue[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, entry] of parseFile(text).flatMap(entriesOf).entries()) {
    const parsed = (isJiraForm(entry.value) ? jiraForm : compactForm).safeParse(entry.value);
    if (parsed.success) issues.push(parsed.data);
    else problems.push(...problemsOf(placeOf(entry, index), parsed.error));
  }
  problems.push(...refuseDuplicates(issues));
  if (problems.length === 0 && issues.length === 0) problems.push({ where: 'the file', what: 'holds no issues' });
  if (problems.length > 0) throw new ImportRefused(problems);
  return issues;
}
