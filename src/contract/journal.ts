import type { JournalEntry } from './journalFile';

/** An event of a journal by its number and hash. */
export interface JournalPosition {
  readonly version: number;
  readonly hash: string;
}

/** The first thing that is wrong with a journal. */
export interface JournalBreakView {
  readonly kind: 'altered' | 'removed' | 'inserted';
  /** Whether the event itself, or a text or reference to a person that it vouches for. */
  readonly part: 'event' | 'value';
  /** The number that the event bears, or that the missing one bore. */
  readonly version: number;
  /** Up to this number everything is as it was decided. */
  readonly wholeUpTo: number;
}

/** What one call looked at. */
export interface JournalTally {
  readonly events: number;
  /** References to texts and people that exist and match their digests. */
  readonly values: number;
  /** References to texts and people that have been erased. */
  readonly erased: number;
}

/** `unfinished`: the time of the call was up; call again with `resume`. Tallies of several calls add up. */
export type JournalCheck =
  | { readonly outcome: 'whole'; readonly tally: JournalTally; readonly head: JournalPosition | null }
  | { readonly outcome: 'broken'; readonly tally: JournalTally; readonly broken: JournalBreakView }
  | { readonly outcome: 'unfinished'; readonly tally: JournalTally; readonly resume: JournalPosition };

/** Some of a project's journal, in order. */
export interface JournalPage {
  /** The last event as the page was read; null for an empty journal. */
  readonly head: JournalPosition | null;
  readonly entries: readonly JournalEntry[];
  /** What to ask for as `after` to get the next page; null behind the last. */
  readonly next: number | null;
}

/** How far the rows that views read have been derived anew. */
export interface RebuildProgress {
  /** Items that this call derived. */
  readonly items: number;
  /** What to ask for as `after` to go on; null when all are done. */
  readonly next: number | null;
}
