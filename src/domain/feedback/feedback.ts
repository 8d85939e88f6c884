import type { Channel, FeedbackKind, FeedbackState, Importance } from '../../contract/vocabulary';
import type { ErasableRef } from '../journal/event';
import type { FeedbackEvent } from './events';

/** One thing a contact said about an issue, as its events made it. Instants are milliseconds since 1970. */
export interface Feedback {
  readonly id: string;
  readonly version: number;
  readonly projectId: string;
  readonly issueId: string;
  readonly state: FeedbackState;
  readonly kind: FeedbackKind;
  readonly importance: Importance;
  readonly channel: Channel;
  readonly contactId: string;
  readonly text: ErasableRef;
  readonly saidOn: string;
  readonly timeZone: string;
  readonly recordedAt: number;
  readonly recordedBy: ErasableRef;
  readonly openedAt: number;
  /** The last change that everybody may know of: a note of the team is none. */
  readonly updatedAt: number;
  /** Who last moved it; the recorder at first. */
  readonly handledBy: ErasableRef;
  readonly respondBy: number;
  readonly resolveBy: number | null;
  readonly respondedAt: number | null;
  readonly closedAt: number | null;
  readonly mergedInto: string | null;
  /** The state that undoing the merge brings back; null unless merged. */
  readonly stateBeforeMerge: FeedbackState | null;
  /** The change request that was raised from it. */
  readonly changeId: string | null;
}

const OPEN_STATES: ReadonlySet<FeedbackState> = new Set(['new', 'acknowledged', 'planned']);

/** Whether somebody still has to do something about it. */
export function isOpen(feedback: { readonly state: FeedbackState }): boolean {
  return OPEN_STATES.has(feedback.state);
}

/** When the running clock is up; null when no clock runs. */
export function dueAt(feedback: Feedback): number | null {
  if (!isOpen(feedback)) return null;
  return feedback.respondedAt === null ? feedback.respondBy : feedback.resolveBy;
}

/** Whether every target that applied was kept; only closed feedback has an answer. */
export function targetsMet(feedback: Pick<Feedback, 'respondBy' | 'resolveBy' | 'respondedAt' | 'closedAt'>): boolean {
  const { respondBy, resolveBy, respondedAt, closedAt } = feedback;
  const responded = respondedAt !== null && respondedAt <= respondBy;
  const resolved = resolveBy === null || (closedAt !== null && closedAt <= resolveBy);
  return responded && resolved;
}

function started(event: Extract<FeedbackEvent, { type: 'feedback.recorded' }>): Feedback {
  return {
    ...event.data,
    id: event.itemId,
    version: event.itemVersion,
    state: 'new',
    recordedAt: event.at,
    recordedBy: event.actor,
    openedAt: event.at,
    updatedAt: event.at,
    handledBy: event.actor,
    respondedAt: null,
    closedAt: null,
    mergedInto: null,
    stateBeforeMerge: null,
    changeId: null,
  };
}

function changed(feedback: Feedback, event: FeedbackEvent): Partial<Feedback> {
  switch (event.type) {
    case 'feedback.edited': {
      const { changes, respondBy, resolveBy } = event.data;
      return { ...changes, respondBy, resolveBy };
    }
    case 'feedback.moved': {
      const { to } = event.data;
      return {
        state: to,
        handledBy: event.actor,
        respondedAt: feedback.respondedAt ?? event.at,
        closedAt: isOpen({ state: to }) ? null : event.at,
      };
    }
    case 'feedback.reopened':
      return {
        state: 'acknowledged',
        handledBy: event.actor,
        openedAt: event.at,
        closedAt: null,
        respondBy: event.data.respondBy,
        resolveBy: event.data.resolveBy,
      };
    case 'feedback.merged':
      return {
        state: 'merged',
        handledBy: event.actor,
        mergedInto: event.data.into,
        stateBeforeMerge: event.data.from,
      };
    case 'feedback.unmerged':
      return { state: event.data.to, handledBy: event.actor, mergedInto: null, stateBeforeMerge: null };
    case 'feedback.raisedAsChange':
      return {
        state: 'planned',
        handledBy: event.actor,
        respondedAt: feedback.respondedAt ?? event.at,
        changeId: event.data.changeId,
      };
    case 'feedback.noted':
    case 'feedback.textsErased':
    case 'feedback.absorbed':
    case 'feedback.released':
    case 'feedback.recorded':
      return {};
  }
}

/** What the item is after the event. */
function applyFeedbackEvent(feedback: Feedback | null, event: FeedbackEvent): Feedback {
  if (event.type === 'feedback.recorded') return started(event);
  if (feedback === null) throw new Error(`Feedback ${event.itemId} has no event that recorded it`);
  const updatedAt = event.type === 'feedback.noted' ? feedback.updatedAt : event.at;
  return { ...feedback, ...changed(feedback, event), version: event.itemVersion, updatedAt };
}

/** Rebuilds an item from its events in order; null when there are none. */
export function foldFeedback(events: readonly FeedbackEvent[]): Feedback | null {
  return events.reduce<Feedback | null>(applyFeedbackEvent, null);
}
