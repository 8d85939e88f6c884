import { TIERS } from '../../contract/settings';
import type { Tier } from '../../contract/settings';

/** What the issue view shows beside a module's label. */
export interface Badge {
  readonly type: 'lozenge';
  readonly value: { readonly label: string; readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' };
}

const TONES = { minor: 'inprogress', medium: 'moved', major: 'removed' } as const;

/**
 * How many change requests are open, with a sign for each step of the highest tier (`3 !!`), which needs no language and
 * no colour.
 *
 * @param tiers of each open change request; null where it has not been assessed
 */
export function badgeOf(tiers: readonly (Tier | null)[]): Badge {
  const highest = TIERS.findLast((tier) => tiers.includes(tier));
  const count = String(tiers.length);
  if (highest === undefined)
    return { type: 'lozenge', value: { label: count, type: count === '0' ? 'default' : 'new' } };
  const signs = '!'.repeat(TIERS.indexOf(highest) + 1);
  return { type: 'lozenge', value: { label: `${count} ${signs}`, type: TONES[highest] } };
}
