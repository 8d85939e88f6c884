import type { ProjectSettings } from '../../contract/settings';
import { issuesToName, letterOf } from '../../domain/notices/letter';
import { byRecipient, morningOf } from '../../domain/notices/waiting';
import type { Waiting } from '../../domain/notices/waiting';
import { teamDay } from '../../domain/settings/day';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import { Refusal } from '../refusal';
import { projectSettings } from '../settings/projectSettings';
import type { NoticeOutside, Recipient, Site } from './ports';

/** What one project may have waiting; whoever is behind that far is not helped by more. */
const MOST_WAITING = 2_000;
/** What one message takes at most, with the end of the invocation. */
const LAST_ROUND = 40_000;
/** Days for which it is remembered who was told. */
const REMEMBERED_DAYS = 7;

/** Somebody whose morning it is, and what waits for them. */
interface Addressee extends Recipient {
  readonly timeZone: string;
  readonly day: string;
  readonly waiting: readonly Waiting[];
}

/** Those who are to be told now: active, in their morning, and not told today. */
async function addressees(
  { notices, post, now }: NoticeOutside,
  projectId: string,
  waiting: ReadonlyMap<string, readonly Waiting[]>,
  { calendar }: ProjectSettings,
): Promise<readonly Addressee[]> {
  const recipients = await post.active([...waiting.keys()]);
  const awake = recipients.flatMap((recipient): readonly Addressee[] => {
    const timeZone = recipient.timeZone ?? calendar.timeZone ?? 'UTC';
    const day = morningOf(now(), timeZone, calendar);
    const own = waiting.get(recipient.accountId) ?? [];
    return day === null ? [] : [{ ...recipient, timeZone, day, waiting: own }];
  });
  const untold: Addressee[] = [];
  for (const day of new Set(awake.map((each) => each.day))) {
    const ofDay = awake.filter((each) => each.day === day);
    const accounts = ofDay.map(({ accountId }) => accountId);
    const told = await notices.told(projectId, accounts, day);
    untold.push(...ofDay.filter(({ accountId }) => !told.has(accountId)));
  }
  return untold;
}

/**
 * What the addressee may know of. Where Jira does not tell, the most urgent thing alone: Jira itself sends a message about
 * an issue only to those who may see it.
 */
async function tellable({ post }: NoticeOutside, { accountId, waiting }: Addressee): Promise<readonly Waiting[]> {
  const visible = await post.visibleTo(accountId, [...new Set(waiting.map(({ issueId }) => issueId))]);
  if (visible !== null) return waiting.filter(({ issueId }) => visible.has(issueId));
  return waiting.filter(({ issueId }) => issueId === waiting[0]?.issueId);
}

/** Tells one person once; the note comes before the message, so that nobody is told twice. */
async function tell(outside: NoticeOutside, projectId: string, to: Addressee, site: Site): Promise<boolean> {
  const { notices, post, compose } = outside;
  const waiting = await tellable(outside, to);
  const letter = letterOf(waiting, await post.issues(issuesToName(waiting)));
  const first = letter?.lines[0];
  if (letter === null || first === undefined) return false;
  if (!(await notices.claim(projectId, to.accountId, to.day))) return false;
  try {
    const message = compose(letter, { locale: to.locale ?? site.locale, timeZone: to.timeZone }, site);
    return (await post.send(first.issue.id, to.accountId, message)) === 'sent';
  } catch (error) {
    // Jira has not taken it, so a later run of the same morning may.
    if (error instanceof Refusal && error.code === 'JIRA_RATE_LIMITED') {
      await notices.release(projectId, to.accountId, to.day);
    }
    throw error;
  }
}

async function tellProject(outside: NoticeOutside, projectId: string, site: () => Promise<Site>): Promise<number> {
  const settings = await projectSettings(outside, projectId);
  const { overdue, decisions } = settings.notifications;
  if (!overdue && !decisions) return 0;
  const waiting = await outside.notices.waiting(projectId, outside.now(), MOST_WAITING);
  const recipients = byRecipient(waiting, settings.notifications);
  let told = 0;
  for (const to of await addressees(outside, projectId, recipients, settings)) {
    if (outside.remaining() < LAST_ROUND) break;
    if (await tell(outside, projectId, to, await site())) told += 1;
  }
  return told;
}

/**
 * Tells people of overdue answers and waiting decisions: at most one message for each person, project and day, in their
 * morning. A run that ends early leaves the others to the next one.
 *
 * @returns how many were told
 * @throws Refusal when Jira or the storage does not answer; what was sent is not sent again
 */
export async function sendNotices(outside: NoticeOutside): Promise<number> {
  let known: Promise<Site> | null = null;
  const site = () => (known ??= outside.post.site());
  let told = 0;
  for (const projectId of await outside.notices.projects(outside.now())) {
    if (outside.remaining() < LAST_ROUND) break;
    told += await tellProject(outside, projectId, site);
  }
  const oldest = teamDay(outside.now(), DEFAULT_SETTINGS, -REMEMBERED_DAYS);
  await outside.notices.forget(oldest);
  return told;
}
