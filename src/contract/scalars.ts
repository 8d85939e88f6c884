import { z } from 'zod';
import type { FieldRule } from './errors';

/** Names the broken field rule where zod has no issue code of its own for it. */
function broken(rule: FieldRule) {
  return { error: rule };
}

function isCalendarDay(value: string): boolean {
  if (!/^(?:19[7-9]\d|2\d{3})-\d{2}-\d{2}$/u.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const storable = z
  .string()
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), broken('malformed'))
  .transform((value) => value.replaceAll('\r\n', '\n').trim().normalize('NFC'));

/** Text of several lines, trimmed, not empty, at most `limit` UTF-16 code units. */
export const text = (limit: number) => storable.pipe(z.string().min(1).max(limit));

/** Text of one line, trimmed, with runs of white space folded into one space. */
export const line = (limit: number) =>
  storable.transform((value) => value.replace(/\s+/gu, ' ')).pipe(z.string().min(1).max(limit));

/** What somebody has typed so far; may be empty. */
export const searchText = (limit: number) => storable.pipe(z.string().max(limit));

const uuid = () => z.uuid().transform((value) => value.toLowerCase());

/** An id of ours: a UUID, compared in lower case. */
export const entityId = uuid();

/** Made by the caller once per intent: the same id sent again returns the first outcome instead of acting twice. */
export const commandId = uuid();

const jiraId = () => z.string().regex(/^[1-9]\d{0,18}$/u);

/** A Jira issue id (digits), not a key: keys change when issues move. */
export const issueId = jiraId();

/** A Jira project id (digits), not a key: keys change. */
export const projectId = jiraId();

/** A person's Atlassian account id. */
export const accountId = z.string().regex(/^[\w:.-]{1,128}$/u);

/** An event of a journal by its number and hash. */
export const journalPosition = z.strictObject({
  version: z.int().min(1).max(2_147_483_647),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** The number of the event behind which a page begins; 0 for the first page. */
export const journalOffset = z.int().min(0).max(2_147_483_647);

/** A calendar day that exists, `YYYY-MM-DD`, in or after 1970. */
export const day = z.string().max(10, broken('not_a_date')).refine(isCalendarDay, broken('not_a_date'));

/** An IANA time zone that this runtime knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, broken('malformed'));
