import { TIERS } from '../../contract/settings';
import type { ChangeControlSettings, Tier, TierThreshold } from '../../contract/settings';

/** How much a change would take; null where it is not known. */
export interface Extent {
  /** Working days of slip, the largest of any milestone. */
  readonly days: number | null;
  /** In the project's currency. */
  readonly money: number | null;
  /** Of the project's budget. */
  readonly percent: number | null;
}

function reaches(extent: Extent, threshold: TierThreshold): boolean {
  return (['days', 'money', 'percent'] as const).some((measure) => {
    const [amount, from] = [extent[measure], threshold[measure]];
    return amount !== null && from !== null && amount >= from;
  });
}

/**
 * The tier of a change: the highest of which it reaches any threshold. A measure that is not known, or that the project
 * does not count, reaches none.
 */
export function tierOf(extent: Extent, { medium, major }: Pick<ChangeControlSettings, 'medium' | 'major'>): Tier {
  if (reaches(extent, major)) return 'major';
  return reaches(extent, medium) ? 'medium' : 'minor';
}

/** The highest of some tiers; null of none. */
export function highestTier(tiers: readonly Tier[]): Tier | null {
  return TIERS.findLast((tier) => tiers.includes(tier)) ?? null;
}
