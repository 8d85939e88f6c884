import type { Day, Instant } from './feedback';

/** How much of the work that implements a requirement is done, of the work that the reader may see. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A requirement as the status table shows it: only to those who see it in Jira. */
export interface RequirementStatus {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly status: string;
  readonly statusCategory: 'new' | 'indeterminate' | 'done';
  /** Null when nothing that the reader sees is known to implement it. */
  readonly progress: Progress | null;
  /** The first of its versions that is not released yet, else the last. */
  readonly milestone: { readonly name: string; readonly released: boolean; readonly releaseDate: Day | null } | null;
  readonly openFeedback: number;
  /** Feedback that should have been answered by now. */
  readonly overdueFeedback: number;
}

export interface StatusSummary {
  /** In the order of the source. */
  readonly requirements: readonly RequirementStatus[];
  /**
   * How many issues the source names. Those that are missing are hidden from the reader, do not exist, or are in a
   * project that the app does not follow: which of these, nobody is told.
   */
  readonly named: number;
  /** Whether the source names more than are taken in. */
  readonly isCut: boolean;
  /** Whether the project in question has never been read, so that nothing can be said of it yet. */
  readonly isUnread: boolean;
  readonly at: Instant;
}
