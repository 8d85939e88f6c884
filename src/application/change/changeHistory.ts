import type { ChangeHistoryEntry } from '../../contract/change';
import type { ChangeState } from '../../contract/changeVocabulary';
import type { ChangeEvent } from '../../domain/change/events';
import { instant } from '../feedbackSummary';

type Action = ChangeHistoryEntry['action'];

const ACTIONS: Readonly<Record<ChangeEvent['type'], Action>> = {
  'change.raised': 'raised',
  'change.edited': 'edited',
  'change.reviewed': 'reviewed',
  'change.moved': 'moved',
  'change.frozen': 'frozen',
  'change.decided': 'decided',
  'change.verified': 'verified',
  'change.textsErased': 'textsErased',
};

function step(from: ChangeState | null, to: ChangeState | null) {
  return from === to ? { from: null, to: null } : { from, to };
}

function stateChange(event: ChangeEvent): Pick<ChangeHistoryEntry, 'from' | 'to'> {
  switch (event.type) {
    case 'change.raised':
      return step(null, 'draft');
    case 'change.edited':
    case 'change.reviewed':
    case 'change.moved':
      return step(event.data.from, event.data.to);
    case 'change.frozen':
      return step(event.data.from, 'awaitingDecision');
    case 'change.decided':
      return step(event.data.from, event.data.outcome);
    case 'change.verified':
      return step(event.data.from, 'verified');
    case 'change.textsErased':
      return step(null, null);
  }
}

/** The values that showing the history needs; reasons only for those who may edit the issue. */
export function historyRefs(events: readonly ChangeEvent[], forTeam: boolean): readonly string[] {
  return events.flatMap((event) => {
    const reason =
      forTeam && event.type === 'change.moved' && event.data.reason !== null ? [event.data.reason.ref] : [];
    return [event.actor.ref, ...reason];
  });
}

/** What happened to a change request, oldest first; reasons only for those who may edit the issue. */
export function changeHistory(
  events: readonly ChangeEvent[],
  texts: ReadonlyMap<string, string>,
  forTeam: boolean,
): readonly ChangeHistoryEntry[] {
  return events.map((event) => {
    const reason = event.type === 'change.moved' && forTeam ? event.data.reason : null;
    return {
      version: event.itemVersion,
      action: ACTIONS[event.type],
      at: instant(event.at),
      by: texts.get(event.actor.ref) ?? null,
      ...stateChange(event),
      reason: reason === null ? null : (texts.get(reason.ref) ?? null),
      fields: event.type === 'change.edited' ? Object.keys(event.data.changes) : [],
    };
  });
}
