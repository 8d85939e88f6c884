import type { Tier } from '../../contract/settings';

/** What is open on an issue. */
export interface IssueFigures {
  /** Open change requests that were raised on it. */
  readonly openChanges: number;
  /** The highest tier of those that have been assessed; null where none has. */
  readonly highestTier: Tier | null;
  readonly openFeedback: number;
  /** Open feedback whose clock is up. */
  readonly overdueFeedback: number;
}

/** The key of the issue property; the manifest declares it, with the paths below, for JQL. */
export const PROPERTY_KEY = 'countersign';

/** The value of the issue property. */
export function propertyOf({ openChanges, highestTier, openFeedback, overdueFeedback }: IssueFigures) {
  return {
    changes: { open: openChanges, tier: highestTier ?? 'none' },
    feedback: { open: openFeedback, overdue: overdueFeedback },
  };
}
