import { z } from 'zod';
import type { IssueData, LinkData, Person, Version } from '../api';

/** One issue of a file, in whichever form it came. */
export interface ImportedIssue {
  readonly issue: IssueData;
  readonly projectName: string | null;
  readonly people: readonly Person[];
  readonly versions: readonly Omit<Version, 'id'>[];
  readonly links: readonly LinkData[];
}

export const issueKey = z.string().regex(/^[A-Z][A-Z0-9_]*-[1-9]\d*$/u, 'is not an issue key such as ABC-12');

/** A moment with its offset, as `2011-10-18T17:58:26.770-0500`; becomes UTC. */
export const moment = z.string().transform((value, context) => {
  const instant = /^\d{4}-\d{2}-\d{2}T/u.test(value) ? new Date(value) : new Date(Number.NaN);
  if (!Number.isNaN(instant.getTime())) return instant.toISOString();
  context.addIssue({ code: 'custom', message: `is not a date and time: ${value.slice(0, 40)}` });
  return z.NEVER;
});

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'is not a date such as 2012-03-31');

/** Somebody who appears in the data and cannot be switched to. */
export function personInData(accountId: string, name: string): Person {
  return { accountId, name, role: 'none', locale: 'en-US', timeZone: 'UTC', active: true };
}

interface LinkEnd {
  readonly type: string;
  readonly outward: string;
  readonly inward: string;
  readonly direction: 'outward' | 'inward';
  readonly otherKey: string;
}

/** A link as one of its ends tells it, turned so that both ends give the same. */
export function linkFrom(key: string, { type, outward, inward, direction, otherKey }: LinkEnd): LinkData {
  return direction === 'outward'
    ? { type, outward, inward, from: key, to: otherKey }
    : { type, outward, inward, from: otherKey, to: key };
}
