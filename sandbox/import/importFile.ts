import { readFile } from 'node:fs/promises';
import type { LinkData, ProjectData, SiteStore, Version } from '../api';
import type { ImportedIssue } from './imported';
import { ImportRefused } from './problems';
import { readIssues } from './readIssues';

/** What an import brought in. */
export interface ImportReport {
  readonly projects: readonly { readonly key: string; readonly name: string; readonly replaced: boolean }[];
  readonly issues: number;
  readonly links: number;
}

function projectKeyOf({ issue }: ImportedIssue): string {
  return issue.key.slice(0, issue.key.lastIndexOf('-'));
}

function distinct<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

/** The earliest first; those without a date at the end. */
function byDate(one: Omit<Version, 'id'>, other: Omit<Version, 'id'>): number {
  return (one.releaseDate ?? '9999').localeCompare(other.releaseDate ?? '9999') || one.name.localeCompare(other.name);
}

function linkKey({ type, from, to }: LinkData): string {
  return `${type}\n${from}\n${to}`;
}

function projectOf(key: string, imported: readonly ImportedIssue[]): ProjectData {
  return {
    key,
    name: imported.find(({ projectName }) => projectName !== null)?.projectName ?? key,
    people: distinct(
      imported.flatMap(({ people }) => people),
      ({ accountId }) => accountId,
    ),
    versions: distinct(
      imported.flatMap(({ versions }) => versions),
      ({ name }) => name,
    ).toSorted(byDate),
    issues: imported.map(({ issue }) => issue),
    links: distinct(
      imported.flatMap(({ links }) => links),
      linkKey,
    ),
  };
}

async function readText(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    return text.replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new ImportRefused([{ where: path, what: error instanceof Error ? error.message : String(error) }]);
  }
}

/**
 * Brings the projects of a file into the site, in place of those with the same keys: all of them or, when anything is
 * wrong with the file, none. Issue ids stay with their keys, so what the app keeps about an issue survives.
 *
 * @throws ImportRefused
 */
export async function importFile(site: SiteStore, path: string): Promise<ImportReport> {
  const imported = readIssues(await readText(path));
  const keys = [...new Set(imported.map(projectKeyOf))];
  const projects = keys.map((key) =>
    projectOf(
      key,
      imported.filter((one) => projectKeyOf(one) === key),
    ),
  );
  const replaced = keys.filter((key) => site.findProject(key) !== null);
  site.replaceProjects(projects);
  return {
    projects: projects.map(({ key, name }) => ({ key, name, replaced: replaced.includes(key) })),
    issues: imported.length,
    links: distinct(
      projects.flatMap(({ links }) => links),
      linkKey,
    ).length,
  };
}
