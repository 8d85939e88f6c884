import type { ChangeSummary } from '../../contract/change';
import type { ProcedureInput } from '../../contract/procedures';
import { raiseChange as raise } from '../../domain/change/decide';
import type { ChangeContent } from '../../domain/change/events';
import { foldItems } from '../../domain/events';
import type { DomainEvent } from '../../domain/events';
import { raiseAsChange } from '../../domain/feedback/decide';
import type { Feedback } from '../../domain/feedback/feedback';
import { workingDayAfter } from '../../domain/impact/schedule/calendar';
import { streamOf } from '../../domain/journal/chain';
import { teamDay } from '../../domain/settings/day';
import type { Attempt } from '../attempt';
import { requireEditable } from '../authorize';
import { commit } from '../commit';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { resolveContact } from '../resolveContact';
import { projectSettings } from '../settings/projectSettings';
import { summarizeChange } from './changeSummary';
import { keptTexts } from './keptTexts';
import { namedIn, requireSeen } from './requireSeen';

type Input = ProcedureInput<'change.raise'>;

interface Site {
  readonly projectId: string;
  readonly issueId: string;
}

/** What the command decides on: the feedback it arises from, and whatever it has done before. */
async function load({ journal }: Outside, { commandId, feedbackId }: Input): Promise<readonly DomainEvent[]> {
  const done = await journal.commandEvents(commandId);
  const itemIds = new Set([...done.map(({ itemId }) => itemId), ...(feedbackId === null ? [] : [feedbackId])]);
  return itemIds.size === 0 ? [] : journal.itemEvents([...itemIds]);
}

function sourceOf(events: readonly DomainEvent[], feedbackId: string | null, issueId: string): Feedback | null {
  if (feedbackId === null) return null;
  const feedback = foldItems(events).feedback.get(feedbackId);
  if (feedback?.issueId !== issueId) throw new Refusal('FEEDBACK_NOT_FOUND');
  return feedback;
}

/** Whoever gave the feedback asks for the change, unless somebody else is named. */
async function requester(outside: Outside, site: Site, input: Input, feedback: Feedback | null, attempt: Attempt) {
  if (input.requestedBy !== null) return resolveContact(outside, site, input.requestedBy, attempt);
  return { contactId: feedback?.contactId ?? null, decisions: [] };
}

/**
 * The day until which it holds: the one given, or as long as changes of the project usually do. A client with a calendar
 * of its own has until a day that it works.
 */
async function validityOf(
  outside: Outside,
  { projectId }: Site,
  given: string | null,
  contactId: string | null,
): Promise<string> {
  if (given !== null) return given;
  const [settings, calendar] = await Promise.all([
    projectSettings(outside, projectId),
    contactId === null ? null : outside.registerViews.calendarOf(contactId),
  ]);
  const days = (later: number) => teamDay(outside.now(), settings, settings.changeControl.validityDays + later);
  return calendar === null ? days(0) : workingDayAfter(calendar, days(-1), 1);
}

async function decide(
  outside: Outside,
  site: Site,
  input: Input,
  events: readonly DomainEvent[],
  attempt: Attempt,
): Promise<readonly DomainDecision[]> {
  const { feedbackId, source, urgency, requirements } = input;
  const feedback = sourceOf(events, feedbackId, site.issueId);
  const [{ contactId, decisions }, raisedBefore] = await Promise.all([
    requester(outside, site, input, feedback, attempt),
    // Exact, because another one raised after the head was read makes this attempt fail.
    outside.journal.changesRaised(streamOf(site.projectId)),
  ]);
  const validUntil = await validityOf(outside, site, input.validUntil, contactId);
  const changeId = outside.newId();
  const content: ChangeContent = {
    title: attempt.keep('text', input.title),
    ...keptTexts(input, attempt),
    source,
    requestedBy: contactId,
    urgency,
    validUntil,
    requirements,
    options: [{ id: outside.newId(), kind: 'full', title: null, effort: null, fixedCost: 0, dropped: [] }],
  };
  const raised = raise({ ...site, changeId, number: raisedBefore + 1, feedbackId }, content);
  return [...decisions, raised, ...(feedback === null ? [] : [raiseAsChange(feedback, changeId)])];
}

/**
 * Raises a change request on an issue, for further ones too where some are named, and from feedback where some is: the
 * feedback is planned from then on. It begins as a draft with one option, to do it in full.
 *
 * @throws Refusal when the issue may not be edited, a requirement not be seen or is of another project, the contact does
 *   not exist, or the feedback is not open, of another kind or has become a change request already
 */
export async function raiseChange(outside: Outside, viewer: Viewer, input: Input): Promise<ChangeSummary> {
  const { commandId } = input;
  const { id: issueId, projectId } = await requireEditable(outside.access, input.issueId);
  if (input.requirements.length > 0) {
    await requireSeen(outside.access, projectId, namedIn('requirements', input.requirements));
  }
  const site = { projectId, issueId };
  const events = await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'change.raised',
    load: () => load(outside, input),
    decide: (loaded, attempt) => decide(outside, site, input, loaded, attempt),
  });
  const [change] = foldItems(events).changes.values();
  if (change?.issueId !== issueId) throw new Refusal('COMMAND_REUSED');
  return summarizeChange(await outside.changeViews.get(change.id), viewer);
}
