import { SITE_URL } from '../../forge/installation';

/** The address of a resource on the sandboxed site. */
export function self(path: string): string {
  return `${SITE_URL}/rest/api/3/${path}`;
}

/** Jira writes the offset as `+0000`. */
export function jiraTime(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString().replace('Z', '+0000');
}

/** A page of a list, as Jira's `PageBean`s have it. */
export function pageOf<T>(all: readonly T[], startAt: number, maxResults: number) {
  const values = all.slice(startAt, startAt + maxResults);
  return { maxResults, startAt, total: all.length, isLast: startAt + values.length >= all.length, values };
}
