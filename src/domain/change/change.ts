import type { ChangeState } from '../../contract/changeVocabulary';
import type { Tier } from '../../contract/settings';
import type { ErasableRef } from '../journal/event';
import type { ActualFigures, ChangeContent, ChangeEvent, Frozen, Review, Verdicts } from './events';
import { highestTier } from './tier';

/** Who did something and when, in milliseconds since 1970. */
interface Signature {
  readonly at: number;
  readonly by: ErasableRef;
}

/** A proposed change, as its events made it. */
export interface Change extends ChangeContent {
  readonly id: string;
  readonly version: number;
  readonly projectId: string;
  /** The requirement it was raised on: whoever sees that sees the change request. */
  readonly issueId: string;
  readonly number: number;
  readonly state: ChangeState;
  readonly feedbackId: string | null;
  /** By issue; what was cleared is gone. */
  readonly reviews: ReadonlyMap<string, Review>;
  /** The last frozen assessment, also after what it rests on has been edited. */
  readonly frozen: (Frozen & Signature) | null;
  readonly decision: (Verdicts & Signature & { readonly knowingly: boolean }) | null;
  readonly actual: (ActualFigures & Signature) | null;
  readonly raisedAt: number;
  readonly raisedBy: ErasableRef;
  readonly updatedAt: number;
  /** Who took the last step; whoever raised it at first. */
  readonly handledBy: ErasableRef;
  /** The version since which the sets of issues that it concerns and affects are what they are. */
  readonly issuesVersion: number;
}

/** The tier of the option that was chosen; before a decision the highest of all; null before there is one. */
export function tierOfChange({ frozen, decision }: Pick<Change, 'frozen' | 'decision'>): Tier | null {
  if (frozen === null) return null;
  const chosen = frozen.results.find(({ optionId }) => optionId === decision?.optionId);
  return chosen?.tier ?? highestTier(frozen.results.map(({ tier }) => tier));
}

function raised(event: Extract<ChangeEvent, { type: 'change.raised' }>): Change {
  return {
    ...event.data,
    id: event.itemId,
    version: event.itemVersion,
    state: 'draft',
    reviews: new Map(),
    frozen: null,
    decision: null,
    actual: null,
    raisedAt: event.at,
    raisedBy: event.actor,
    updatedAt: event.at,
    handledBy: event.actor,
    issuesVersion: event.itemVersion,
  };
}

function reviewed(before: Change['reviews'], reviews: readonly Review[]): Change['reviews'] {
  const after = new Map(before);
  for (const review of reviews) {
    if (review.verdict === 'clear') after.delete(review.issueId);
    else after.set(review.issueId, review);
  }
  return after;
}

function changed(change: Change, event: Exclude<ChangeEvent, { type: 'change.raised' }>): Partial<Change> {
  const signature = { at: event.at, by: event.actor };
  const { itemVersion } = event;
  switch (event.type) {
    case 'change.edited': {
      const { changes, to } = event.data;
      return { ...changes, state: to, ...(changes.requirements === undefined ? {} : { issuesVersion: itemVersion }) };
    }
    case 'change.reviewed':
      return { reviews: reviewed(change.reviews, event.data.reviews), state: event.data.to };
    case 'change.moved':
      return { state: event.data.to };
    case 'change.frozen': {
      const { from: _, ...frozen } = event.data;
      return { state: 'awaitingDecision', frozen: { ...frozen, ...signature }, issuesVersion: itemVersion };
    }
    case 'change.decided': {
      const { from: _, ...decision } = event.data;
      return { state: decision.outcome, decision: { ...decision, ...signature } };
    }
    case 'change.verified': {
      const { from: _, ...figures } = event.data;
      return { state: 'verified', actual: { ...figures, ...signature } };
    }
    case 'change.textsErased':
      return {};
  }
}

function applyChangeEvent(change: Change | null, event: ChangeEvent): Change {
  if (event.type === 'change.raised') return raised(event);
  if (change === null) throw new Error(`Change request ${event.itemId} has no event that raised it`);
  const after = { ...change, ...changed(change, event), version: event.itemVersion, updatedAt: event.at };
  return event.type === 'change.textsErased' ? after : { ...after, handledBy: event.actor };
}

/** Rebuilds a change request from its events in order; null when there are none. */
export function foldChange(events: readonly ChangeEvent[]): Change | null {
  return events.reduce<Change | null>(applyChangeEvent, null);
}
