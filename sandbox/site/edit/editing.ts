import type Database from 'libsql';
import type { Doer, Issue, Project, SandboxClock, SiteStore } from '../../api';
import type { SiteEvent } from '../siteEvent';

/** A change to the site under way, inside one transaction. */
export interface Editing {
  readonly database: Database.Database;
  /** Reads what the transaction has written so far. */
  readonly site: SiteStore;
  readonly clock: SandboxClock;
  announce(event: SiteEvent): void;
}

export function now({ clock }: Editing): string {
  return new Date(clock.now()).toISOString();
}

export function doerOf(doer: Doer | undefined): string | null {
  return doer?.by ?? null;
}

/** @throws Error when the site has no such issue. */
export function getIssue({ site }: Editing, idOrKey: string): Issue {
  const issue = site.findIssue(idOrKey);
  if (!issue) throw new Error(`The site has no issue "${idOrKey}".`);
  return issue;
}

/** @throws Error when the site has no such project. */
export function getProject({ site }: Editing, idOrKey: string): Project {
  const project = site.findProject(idOrKey);
  if (!project) throw new Error(`The site has no project "${idOrKey}".`);
  return project;
}
