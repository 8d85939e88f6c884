import type { EditableField, HistoryAction, HistoryEntry } from '../contract/feedback';
import type { FeedbackContent, FeedbackEvent } from '../domain/feedback/events';
import { instant } from './feedbackSummary';

const ACTIONS: Readonly<Record<FeedbackEvent['type'], HistoryAction>> = {
  'feedback.recorded': 'recorded',
  'feedback.edited': 'edited',
  'feedback.moved': 'moved',
  'feedback.reopened': 'reopened',
  'feedback.noted': 'noted',
  'feedback.textsErased': 'textsErased',
  'feedback.merged': 'merged',
  'feedback.absorbed': 'absorbed',
  'feedback.unmerged': 'unmerged',
  'feedback.released': 'released',
  'feedback.raisedAsChange': 'raisedAsChange',
};

const FIELDS: Readonly<Record<keyof FeedbackContent, EditableField>> = {
  text: 'text',
  kind: 'kind',
  importance: 'importance',
  contactId: 'contact',
  channel: 'channel',
  saidOn: 'saidOn',
};

function changedFields(changes: Partial<FeedbackContent>): EditableField[] {
  return Object.entries(FIELDS).flatMap(([key, field]) => (Object.hasOwn(changes, key) ? [field] : []));
}

/** The values that showing the event needs; the reason for reopening only for the team. */
export function refsOf(event: FeedbackEvent, forTeam: boolean): string[] {
  const refs = [event.actor.ref];
  if (event.type === 'feedback.recorded') refs.push(event.data.text.ref);
  if (event.type === 'feedback.edited' && event.data.changes.text !== undefined) refs.push(event.data.changes.text.ref);
  if (event.type === 'feedback.moved' && event.data.answer !== null) refs.push(event.data.answer.ref);
  if (event.type === 'feedback.noted') refs.push(event.data.note.ref);
  if (event.type === 'feedback.reopened' && forTeam) refs.push(event.data.reason.ref);
  return refs;
}

function stateChange(event: FeedbackEvent): Pick<HistoryEntry, 'from' | 'to'> {
  switch (event.type) {
    case 'feedback.recorded':
      return { from: null, to: 'new' };
    case 'feedback.moved':
      return { from: event.data.from, to: event.data.to };
    case 'feedback.reopened':
      return { from: event.data.from, to: 'acknowledged' };
    case 'feedback.merged':
      return { from: event.data.from, to: 'merged' };
    case 'feedback.raisedAsChange':
      return { from: event.data.from, to: 'planned' };
    case 'feedback.unmerged':
      return { from: 'merged', to: event.data.to };
    case 'feedback.edited':
    case 'feedback.noted':
    case 'feedback.textsErased':
    case 'feedback.absorbed':
    case 'feedback.released':
      return { from: null, to: null };
  }
}

function otherItem(event: FeedbackEvent): string | null {
  switch (event.type) {
    case 'feedback.merged':
      return event.data.into;
    case 'feedback.absorbed':
      return event.data.merged;
    case 'feedback.unmerged':
      return event.data.outOf;
    case 'feedback.released':
      return event.data.unmerged;
    case 'feedback.recorded':
    case 'feedback.edited':
    case 'feedback.moved':
    case 'feedback.reopened':
    case 'feedback.noted':
    case 'feedback.textsErased':
    case 'feedback.raisedAsChange':
      return null;
  }
}

/** What happened to an item, oldest first; reasons and replaced texts only for the team. */
export function historyOf(
  events: readonly FeedbackEvent[],
  texts: ReadonlyMap<string, string>,
  forTeam: boolean,
): HistoryEntry[] {
  let textRef: string | null = null;
  return events.map((event) => {
    const changes = event.type === 'feedback.edited' ? event.data.changes : {};
    const replaced = forTeam && changes.text !== undefined ? textRef : null;
    if (event.type === 'feedback.recorded') textRef = event.data.text.ref;
    if (changes.text !== undefined) textRef = changes.text.ref;
    return {
      version: event.itemVersion,
      action: ACTIONS[event.type],
      at: instant(event.at),
      by: texts.get(event.actor.ref) ?? null,
      ...stateChange(event),
      fields: changedFields(changes),
      reason: event.type === 'feedback.reopened' && forTeam ? (texts.get(event.data.reason.ref) ?? null) : null,
      previousText: replaced === null ? null : (texts.get(replaced) ?? null),
      other: otherItem(event),
    };
  });
}
