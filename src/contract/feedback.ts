import type { ByImportance } from './settings';
import type { Channel, FeedbackKind, FeedbackState, Importance } from './vocabulary';

/** An instant: ISO 8601 in UTC with milliseconds, for example `2026-03-02T08:30:00.000Z`. */
export type Instant = string;

/** A calendar day: `YYYY-MM-DD`. */
export type Day = string;

/** A client organisation; its name is null once it has been erased. */
export interface ClientView {
  readonly id: string;
  readonly name: string | null;
}

/** A person of a client; the name is null once the person has been erased. */
export interface ContactView {
  readonly id: string;
  readonly name: string | null;
  readonly client: ClientView;
}

/**
 * The response clock. `response` runs until somebody first reacts, `resolution` until the item is resolved or
 * declined, `stopped` afterwards (`met`: whether every target that applied was kept). `none`: no target applies.
 */
export type ClockView =
  | { readonly phase: 'response' | 'resolution'; readonly dueAt: Instant }
  | { readonly phase: 'stopped'; readonly met: boolean }
  | { readonly phase: 'none' };

export interface FeedbackSummary {
  readonly id: string;
  /** Rises by one with every decision on the item; commands name the version they were made on. */
  readonly version: number;
  readonly state: FeedbackState;
  readonly kind: FeedbackKind;
  readonly importance: Importance;
  readonly channel: Channel;
  readonly contact: ContactView;
  /** The beginning of the text; null once the text has been erased. */
  readonly excerpt: string | null;
  /** Whether the text is longer than the excerpt. */
  readonly truncated: boolean;
  /** The day the client said it. */
  readonly saidOn: Day;
  readonly recordedAt: Instant;
  readonly updatedAt: Instant;
  readonly clock: ClockView;
  /** Whether the viewer recorded it or was the last to move it. */
  readonly mine: boolean;
  readonly mergedInto: string | null;
}

export interface ThreadEntry {
  /** Null once erased. */
  readonly text: string | null;
  readonly at: Instant;
  /** Atlassian account id; null once erased. */
  readonly by: string | null;
}

export type HistoryAction =
  | 'recorded'
  | 'edited'
  | 'moved'
  | 'reopened'
  | 'noted'
  | 'textsErased'
  | 'merged'
  | 'absorbed'
  | 'unmerged'
  | 'released'
  | 'raisedAsChange';

export interface HistoryEntry {
  readonly version: number;
  readonly action: HistoryAction;
  readonly at: Instant;
  readonly by: string | null;
  readonly from: FeedbackState | null;
  readonly to: FeedbackState | null;
  /** With `edited`: which fields changed. */
  readonly fields: readonly EditableField[];
  /** With `reopened`: the reason, for those who may edit the issue; otherwise null. */
  readonly reason: string | null;
  /** With `edited` text: the text before the edit, for those who may edit the issue; otherwise null. */
  readonly previousText: string | null;
  /** With a merge or its undoing: the other item. */
  readonly other: string | null;
}

export type EditableField = 'text' | 'kind' | 'importance' | 'contact' | 'channel' | 'saidOn';

export interface MergedItem {
  readonly id: string;
  readonly contact: ContactView;
  readonly excerpt: string | null;
}

export interface FeedbackDetail extends FeedbackSummary {
  readonly text: string | null;
  /** What the client reads, oldest first. */
  readonly answers: readonly ThreadEntry[];
  /** The team's own notes, oldest first; null for a viewer who may not edit the issue. */
  readonly notes: readonly ThreadEntry[] | null;
  readonly history: readonly HistoryEntry[];
  /** Items merged into this one, directly or through another: their contacts asked too. */
  readonly mergedFrom: readonly MergedItem[];
  /** The change request that was raised from it. */
  readonly changeId: string | null;
  readonly may: { readonly edit: boolean; readonly eraseContact: boolean };
}

/** How the issue's project speaks of feedback. */
export interface FeedbackWords {
  /** The kinds that it takes. */
  readonly kinds: readonly FeedbackKind[];
  /** What it calls each importance; null for the app's own word. */
  readonly importances: ByImportance<string | null>;
}

export interface FeedbackList {
  readonly issue: { readonly id: string; readonly key: string };
  /** A hint for the buttons; every command checks for itself. */
  readonly mayEdit: boolean;
  /** How many items the issue has in all. */
  readonly total: number;
  /** Open items first, the most urgent on top; then closed ones, the latest on top. */
  readonly items: readonly FeedbackSummary[];
  /** The server's clock, against which ages and due times are to be read. */
  readonly now: Instant;
  readonly words: FeedbackWords;
}

/** How far the erasing of a contact got. */
export interface ContactErasure {
  readonly contactId: string;
  /** Where another call goes on, since texts are left; null when the contact is erased. */
  readonly next: string | null;
}

export interface ContactPage {
  readonly contacts: readonly ContactView[];
  readonly clients: readonly ClientView[];
  /** Whether these are all there are for the query, so that further typing needs no call. */
  readonly complete: boolean;
}
