import { importFile } from './import/importFile';
import { PEOPLE } from './site/people';
import { SiteDatabase } from './site/store';
import type { Sandbox } from './api';

/**
 * Imports the file into a site that exists only for this, so that nothing has happened yet when it is refused.
 * @throws ImportRefused with every problem of the file.
 */
export async function rehearseImport(file: string): Promise<void> {
  const site = new SiteDatabase(null, PEOPLE);
  try {
    await importFile(site, file);
  } finally {
    site.close();
  }
}

/** Imports the file; returns what it brought, in one sentence a project. @throws ImportRefused */
export async function runImport(sandbox: Sandbox, file: string): Promise<string> {
  const { projects, issues, links } = await importFile(sandbox.site, file);
  const names = projects.map(
    ({ key, name, replaced }) => `${name} (${key}${replaced ? ', in place of the former' : ''})`,
  );
  return `Imported ${names.join(', ')}: ${issues} work items, ${links} links.`;
}
