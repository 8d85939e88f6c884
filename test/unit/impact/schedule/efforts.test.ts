import { ABSURD_DAYS, repairEfforts } from '../../../../src/domain/impact/schedule/efforts';
import { effortsOf } from './support';
import type { Triple } from './support';

function repair(triple: Triple, limit?: number) {
  const { efforts, repaired } = repairEfforts(effortsOf([triple]), limit);
  return { is: [efforts.low[0], efforts.likely[0], efforts.high[0]], repaired };
}

describe('repaired efforts', () => {
  it.each<[string, Triple, Triple]>([
    ['negative', [-2, 1, 3], [0, 1, 3]],
    ['all negative', [-3, -2, -1], [0, 0, 0]],
    ['missing altogether', [NaN, NaN, NaN], [0, 0, 0]],
    ['without a likely value', [1, NaN, 5], [1, 3, 5]],
    ['with a low value only', [2, NaN, NaN], [2, 2, 2]],
    ['with a high value only', [NaN, NaN, 4], [4, 4, 4]],
    ['without low and high', [NaN, 4, NaN], [4, 4, 4]],
    ['upside down', [5, 3, 1], [1, 3, 5]],
    ['infinite', [1, 2, Infinity], [1, 2, ABSURD_DAYS]],
    ['infinitely negative', [-Infinity, 2, 3], [0, 2, 3]],
    ['absurd', [1, 2, 1e9], [1, 2, ABSURD_DAYS]],
  ])('%s', (_, given, is) => {
    expect(repair(given)).toEqual({ is, repaired: 1 });
  });

  it('leave alone what is right, and large efforts where the limit says so', () => {
    expect(repair([0, 0, 0])).toEqual({ is: [0, 0, 0], repaired: 0 });
    expect(repair([1, 2, 3])).toEqual({ is: [1, 2, 3], repaired: 0 });
    expect(repair([1, 2, 1e9], Infinity)).toEqual({ is: [1, 2, 1e9], repaired: 0 });
  });

  it('count tasks, not values, and do not touch what was given', () => {
    const given = effortsOf([[-1, NaN, -3], [1, 2, 3], [3, 2, 1]]); // prettier-ignore
    expect(repairEfforts(given).repaired).toBe(2);
    expect(given).toEqual(effortsOf([[-1, NaN, -3], [1, 2, 3], [3, 2, 1]])); // prettier-ignore
  });

  it('refuse lists of different lengths', () => {
    expect(() => repairEfforts({ ...effortsOf([[1, 2, 3]]), high: new Float64Array(2) })).toThrow(RangeError);
  });
});
