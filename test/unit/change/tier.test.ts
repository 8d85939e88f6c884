import fc from 'fast-check';
import { TIERS } from '../../../src/contract/settings';
import { highestTier, tierOf } from '../../../src/domain/change/tier';
import type { Extent } from '../../../src/domain/change/tier';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';

const NOTHING: Extent = { days: null, money: null, percent: null };
const control = {
  medium: { days: 3, money: 1_000, percent: null },
  major: { days: 15, money: null, percent: 10 },
};

describe('the tier of a change', () => {
  it.each([
    [{}, 'minor'],
    [{ days: 0, money: 0, percent: 0 }, 'minor'],
    [{ days: 2.9, money: 999, percent: 9.9 }, 'minor'],
    [{ days: 3 }, 'medium'],
    [{ money: 1_000 }, 'medium'],
    [{ days: 15 }, 'major'],
    [{ percent: 10 }, 'major'],
    [{ days: 3, percent: 40 }, 'major'],
    [{ money: 1e9 }, 'medium'],
  ])('of %j is %s', (extent, tier) => {
    expect(tierOf({ ...NOTHING, ...extent }, control)).toBe(tier);
  });

  it('never falls when a change grows in any measure', () => {
    const amount = fc.option(fc.double({ min: 0, max: 40, noNaN: true }), { nil: null });
    const extent = fc.record({ days: amount, money: amount, percent: amount });
    fc.assert(
      fc.property(extent, fc.constantFrom('days', 'money', 'percent'), (small, measure) => {
        const grown = { ...small, [measure]: (small[measure] ?? 0) + 5 };
        const rank = (of: Extent) => TIERS.indexOf(tierOf(of, DEFAULT_SETTINGS.changeControl));
        expect(rank(grown)).toBeGreaterThanOrEqual(rank(small));
      }),
      { seed: 4 },
    );
  });

  it('of several options is the highest', () => {
    expect(highestTier(['minor', 'major', 'medium'])).toBe('major');
    expect(highestTier(['minor', 'minor'])).toBe('minor');
    expect(highestTier([])).toBeNull();
  });
});
