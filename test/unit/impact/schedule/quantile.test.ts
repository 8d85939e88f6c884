import { chanceBy, meanOf, quantile } from '../../../../src/domain/impact/schedule/quantile';

describe('quantiles', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.8, 3.4],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 1, 4],
    [[0, 10, 11], 0.25, 5],
    [[7], 0.95, 7],
  ])('of %j for %p lie as numpy puts them', (sorted, p, value) => {
    expect(quantile(sorted, p)).toBeCloseTo(value, 12);
  });

  it.each([
    [[], 0.5],
    [[1], -0.1],
    [[1], 1.1],
    [[1], NaN],
  ] as [number[], number][])('of %j for %p: none', (sorted, p) => {
    expect(() => quantile(sorted, p)).toThrow(RangeError);
  });
});

describe('the chance of a date', () => {
  it.each([
    [-3, 0],
    [0.9, 0],
    [1, 0.25],
    [2, 0.75],
    [2.5, 0.75],
    [9, 1],
  ])('by working day %p', (by, chance) => {
    expect(chanceBy([1, 2, 2, 4], by)).toBe(chance);
  });

  it('is not asked without runs', () => {
    expect(() => chanceBy([], 1)).toThrow(RangeError);
  });
});

it('the mean is that of all values', () => {
  expect(meanOf([1, 2, 6])).toBe(3);
});
