import type { Channel, FeedbackKind, FeedbackState, Importance, MoveTarget } from '../../contract/vocabulary';
import type { Decision, ErasableRef, JournalEvent } from '../journal/event';
import type { DueTimes } from './targets';

/** What was said, by whom and how; `text` stands apart so that it can be erased. */
export interface FeedbackContent {
  readonly text: ErasableRef;
  readonly kind: FeedbackKind;
  readonly importance: Importance;
  readonly contactId: string;
  readonly channel: Channel;
  /** `YYYY-MM-DD`. */
  readonly saidOn: string;
}

export type FeedbackDecision =
  | Decision<
      'feedback.recorded',
      FeedbackContent & DueTimes & { readonly projectId: string; readonly issueId: string; readonly timeZone: string }
    >
  | Decision<'feedback.edited', DueTimes & { readonly changes: Partial<FeedbackContent> }>
  | Decision<
      'feedback.moved',
      { readonly from: FeedbackState; readonly to: MoveTarget; readonly answer: ErasableRef | null }
    >
  | Decision<'feedback.reopened', DueTimes & { readonly from: FeedbackState; readonly reason: ErasableRef }>
  | Decision<'feedback.noted', { readonly note: ErasableRef }>
  | Decision<'feedback.textsErased', { readonly count: number }>
  | Decision<'feedback.merged', { readonly from: FeedbackState; readonly into: string }>
  | Decision<'feedback.absorbed', { readonly merged: string }>
  | Decision<'feedback.unmerged', { readonly to: FeedbackState; readonly outOf: string }>
  | Decision<'feedback.released', { readonly unmerged: string }>
  | Decision<'feedback.raisedAsChange', { readonly from: FeedbackState; readonly changeId: string }>;

export type FeedbackEvent = JournalEvent<FeedbackDecision>;
