import fc from 'fast-check';
import { chanceBy, meanOf, quantile } from '../../../../src/domain/impact/schedule/quantile';
import { compare, simulate } from '../../../../src/domain/impact/schedule/simulate';
import { fixed, project, scheduleOf, triple } from './support';

describe('simulation of fixed efforts', () => {
  it('adds a chain up, and takes the longest of what goes on side by side', () => {
    const chain = simulate(scheduleOf([fixed(2), fixed(3), fixed(4)], [[1, 0], [2, 1]])); // prettier-ignore
    expect(new Set(chain.overall)).toEqual(new Set([9]));
    const beside = simulate(scheduleOf([fixed(2), fixed(3), fixed(4)]));
    expect(new Set(beside.overall)).toEqual(new Set([4]));
  });
});

describe('simulation', () => {
  it('never finishes earlier for more effort, in any run', () => {
    fc.assert(
      fc.property(project({ cycles: true }), triple, fc.nat(), ({ triples, edges }, more, which) => {
        const changed = which % triples.length;
        const before = scheduleOf(triples, edges, { runs: 50 });
        const grown = triples.map(([a, b, c], task) =>
          task === changed ? ([a + more[0], b + more[1], c + more[2]] as const) : ([a, b, c] as const),
        );
        const { slip } = compare(before, { efforts: scheduleOf(grown).efforts });
        expect(slip.overall[0]).toBeGreaterThanOrEqual(-1e-6);
      }),
    );
  });

  it('has the mean and the quantiles of one triangular effort', () => {
    const { overall } = simulate(scheduleOf([[1, 2, 6]], [], { runs: 40_000, seed: 12 }));
    expect(meanOf(overall)).toBeCloseTo(3, 1);
    expect(quantile(overall, 0.2)).toBeCloseTo(2, 1);
    expect(chanceBy(overall, 2)).toBeCloseTo(0.2, 2);
  });
});
