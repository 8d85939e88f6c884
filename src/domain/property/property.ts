import type { Tier } from '../../contract/settings';

/** What is open on an issue. */
export interface IssueFigures {
  /** Open change requests that concern it. */
  readonly openChanges: number;
  /** The highest tier of those that have been assessed; null where none has. */
  readonly highestTier: Tier | null;
  readonly openFeedback: number;
  /** Open feedback whose clock is up. */
  readonly overdueFeedback: number;
}

/** The key of the issue property; the manifest names it too. */
export const PROPERTY_KEY = 'countersign';

/** What the property says, for JQL and boards: the paths that the manifest declares. */
export function propertyOf(figures: IssueFigures): object {
  return {
    changes: { open: figures.openChanges, tier: figures.highestTier ?? 'none' },
    feedback: { open: figures.openFeedback, overdue: figures.overdueFeedback },
  };
}

/** How far a tier stands out, in signs that need no language. */
const MARKS: Readonly<Record<Tier, string>> = { minor: '!', medium: '!!', major: '!!!' };
const TONES: Readonly<Record<Tier, string>> = { minor: 'inprogress', medium: 'moved', major: 'removed' };

/** The badge beside the panel's name: open change requests, and how far the highest tier of them goes. */
export function badgeOf({ openChanges, highestTier }: IssueFigures) {
  if (highestTier === null) {
    return { type: 'lozenge', value: { label: String(openChanges), type: openChanges === 0 ? 'default' : 'new' } };
  }
  return { type: 'lozenge', value: { label: `${openChanges} ${MARKS[highestTier]}`, type: TONES[highestTier] } };
}
