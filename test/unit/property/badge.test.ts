import fc from 'fast-check';
import { TIERS } from '../../../src/contract/settings';
import { badgeOf } from '../../../src/domain/property/badge';
import { propertyOf } from '../../../src/domain/property/property';

const tiers = fc.array(fc.constantFrom(null, ...TIERS), { maxLength: 30 });

describe('the badge', () => {
  it.each([
    [[], '0', 'default'],
    [[null], '1', 'new'],
    [['minor'], '1 !', 'inprogress'],
    [['minor', 'medium', null], '3 !!', 'moved'],
    [['major', 'minor'], '2 !!!', 'removed'],
  ] as const)('of %j is %s', (open, label, type) => {
    expect(badgeOf(open)).toEqual({ type: 'lozenge', value: { label, type } });
  });

  it('counts every change request and never shows a lower tier than one of them has', () => {
    fc.assert(
      fc.property(tiers, (open) => {
        const [count, signs = ''] = badgeOf(open).value.label.split(' ');
        expect(Number(count)).toBe(open.length);
        expect(signs.length).toBe(Math.max(0, ...open.map((tier) => (tier === null ? 0 : TIERS.indexOf(tier) + 1))));
      }),
    );
  });
});

test('the property says none where nothing has been assessed', () => {
  const figures = { openChanges: 2, highestTier: null, openFeedback: 3, overdueFeedback: 1 };
  expect(propertyOf(figures)).toEqual({ changes: { open: 2, tier: 'none' }, feedback: { open: 3, overdue: 1 } });
  expect(propertyOf({ ...figures, highestTier: 'major' })).toMatchObject({ changes: { tier: 'major' } });
});
