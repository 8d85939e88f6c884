import type { Day, Instant } from './feedback';
import type { Tier } from './settings';

/** How much of the work that implements a requirement is done, of the work that the reader may see. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Milestone {
  readonly name: string;
  readonly released: boolean;
  readonly releaseDate: Day | null;
  /** By this day its open requirements are done with a probability of 80 percent; null where nothing can be said. */
  readonly expected: Day | null;
}

export interface OpenChange {
  /** Counted within the project. */
  readonly number: number;
  /** Null as long as it has not been assessed. */
  readonly tier: Tier | null;
  /** Whether the client has to decide it now. */
  readonly isWaiting: boolean;
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
  readonly milestone: Milestone | null;
  /** Null when there is none, or none that the reader sees. */
  readonly parent: { readonly key: string; readonly summary: string } | null;
  /** Names of its components, in their order; empty in editions that were frozen before components were shown. */
  readonly components: readonly string[];
  /** Whose feedback it has had; a client whose name was erased is missing. */
  readonly clients: readonly string[];
  readonly due: Day | null;
  /** Not done although its due date or its milestone's date has passed. */
  readonly isLate: boolean;
  readonly openFeedback: number;
  /** Feedback that should have been answered by now. */
  readonly overdueFeedback: number;
  /** Change requests that concern it, as far as the reader sees the issue they were raised on. */
  readonly changes: readonly OpenChange[];
}

/** How many of the shown requirements there were and were done when a day ended. */
export interface TrendPoint {
  /** In UTC. */
  readonly day: Day;
  readonly scope: number;
  readonly begun: number;
  readonly done: number;
}

export interface StatusSummary {
  /** In the order of the source. */
  readonly requirements: readonly RequirementStatus[];
  /**
   * How many issues the source names, for a query that finds more than are taken in about how many. Those that are missing are hidden from the reader, do not exist, or are in a
   * project that the app does not follow: which of these, nobody is told.
   */
  readonly named: number;
  /** Whether the source names more than are taken in. */
  readonly isCut: boolean;
  /** Whether the project in question has never been read, so that nothing can be said of it yet. */
  readonly isUnread: boolean;
  /** Of the shown requirements, the oldest first; empty when less than all of a frozen edition is shown. */
  readonly trend: readonly TrendPoint[];
  readonly at: Instant;
}
