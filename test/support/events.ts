import { randomUUID } from 'node:crypto';
import { recordFeedback } from '../../src/domain/feedback/decide';
import type { FeedbackContent, FeedbackDecision, FeedbackEvent } from '../../src/domain/feedback/events';
import { foldFeedback } from '../../src/domain/feedback/feedback';
import type { Feedback } from '../../src/domain/feedback/feedback';
import { chain, refTo } from '../../src/domain/journal/chain';
import type { ErasableRef, StreamHead } from '../../src/domain/journal/event';
import { DEFAULT_SETTINGS } from '../../src/domain/settings/defaults';

/** A reference to a value that nobody has to know. */
export function aRef(value: string = randomUUID()): ErasableRef {
  return refTo({ id: randomUUID(), salt: randomUUID(), value });
}

/** Monday, 2 March 2026, 09:00 in Berlin. */
export const MONDAY_MORNING = Date.UTC(2026, 2, 2, 8);

/** What a contact said, with a random contact. */
function someContent(overrides: Partial<FeedbackContent> = {}): FeedbackContent {
  return {
    text: aRef(),
    kind: 'wish',
    importance: 'important',
    contactId: randomUUID(),
    channel: 'call',
    saidOn: '2026-03-01',
    ...overrides,
  };
}

/** Puts decisions into a stream as one command at the given time. */
function happened<D extends FeedbackDecision>(
  decisions: readonly D[],
  at: number = MONDAY_MORNING,
  head: StreamHead | null = null,
) {
  return chain(head, { stream: 'project:1', commandId: randomUUID(), at, actor: aRef('person') }, decisions);
}

/** The event that records an item on issue `100`, and the item. */
export function aRecordedFeedback(overrides: Partial<FeedbackContent> & { readonly issueId?: string } = {}) {
  const { issueId = '100', ...content } = overrides;
  const site = { feedbackId: randomUUID(), projectId: '1', issueId, timeZone: 'Europe/Berlin', now: MONDAY_MORNING };
  const events: readonly FeedbackEvent[] = happened([recordFeedback(site, someContent(content), DEFAULT_SETTINGS)]);
  return { events, feedback: rebuilt(events) };
}

/** The item that the events make. */
export function rebuilt(events: readonly FeedbackEvent[]): Feedback {
  const feedback = foldFeedback(events);
  if (feedback === null) throw new Error('There are no events');
  return feedback;
}

/** The item after further decisions. */
export function after(
  feedback: Feedback,
  events: readonly FeedbackEvent[],
  decisions: readonly FeedbackDecision[],
  at?: number,
): { readonly feedback: Feedback; readonly events: readonly FeedbackEvent[] } {
  const own = decisions.filter((decision) => decision.itemId === feedback.id);
  const all = [...events, ...happened(own, at)];
  return { events: all, feedback: rebuilt(all) };
}
