import { DateTime } from 'luxon';
import type { CalendarSettings, NotificationSettings } from '../../contract/settings';
import { calendarOf, isWorked } from '../calendar/workingTime';

/** Something that waits for somebody of the team. */
export interface Waiting {
  readonly issueId: string;
  /** A first response or a resolution that is overdue, or a change that is to be decided. */
  readonly what: 'response' | 'resolution' | 'decision';
  /** Since when, in milliseconds since 1970. */
  readonly since: number;
  /** Of the change request; null for feedback. */
  readonly number: number | null;
  /** Account ids; null once erased. */
  readonly recorder: string | null;
  readonly handler: string | null;
}

/** Hours of the local day in which messages are sent. */
const MORNING = { from: 8, until: 11 };

/**
 * The day, `YYYY-MM-DD`, of which it is the morning where somebody is, if the project works on it; null otherwise. Three
 * hours long, so that a run that fails or comes late has others after it.
 *
 * @param now milliseconds since 1970
 */
export function morningOf(now: number, timeZone: string, calendar: CalendarSettings): string | null {
  const local = DateTime.fromMillis(now, { zone: timeZone });
  const isMorning = local.hour >= MORNING.from && local.hour < MORNING.until;
  return isMorning && isWorked(local, calendarOf(calendar, timeZone)) ? local.toFormat('yyyy-MM-dd') : null;
}

function isWanted({ what }: Waiting, { overdue, decisions }: NotificationSettings): boolean {
  return what === 'decision' ? decisions : overdue;
}

function accountsOf({ handler, recorder }: Waiting, { told }: NotificationSettings): ReadonlySet<string> {
  // Where the one who is to be told has been erased, the other one knows best.
  const accounts = { handler: handler ?? recorder, recorder: recorder ?? handler };
  return new Set(told.flatMap((each) => accounts[each] ?? []));
}

/** What each account is to be told of, the longest waiting first. */
export function byRecipient(
  waiting: readonly Waiting[],
  settings: NotificationSettings,
): ReadonlyMap<string, readonly Waiting[]> {
  const recipients = new Map<string, Waiting[]>();
  for (const each of waiting.filter((one) => isWanted(one, settings)).toSorted((a, b) => a.since - b.since)) {
    for (const account of accountsOf(each, settings)) {
      recipients.set(account, [...(recipients.get(account) ?? []), each]);
    }
  }
  return recipients;
}
