import { Draws } from '../../../../src/domain/impact/schedule/draws';
import { chanceBy, meanOf, quantile } from '../../../../src/domain/impact/schedule/quantile';
import { simulate } from '../../../../src/domain/impact/schedule/simulate';
import { effortsOf, fixed, scheduleOf } from './support';
import type { Triple } from './support';

const RUNS = 30_000;
/** How far a mean of `RUNS` values of this standard deviation may stray; the seeds are fixed, so it never flickers. */
const stray = (deviation: number) => (4 * deviation) / Math.sqrt(RUNS);

const shareBelow = (x: number, [a, m, b]: Triple) =>
  x < m ? (x - a) ** 2 / ((b - a) * (m - a)) : 1 - (b - x) ** 2 / ((b - a) * (b - m));

/** The greatest distance between the sorted values and the distribution they should have. */
function distance(sorted: Float64Array, share: (x: number) => number): number {
  return sorted.reduce((most, x, place) => {
    const wanted = share(x);
    return Math.max(most, Math.abs(wanted - place / sorted.length), Math.abs(wanted - (place + 1) / sorted.length));
  }, 0);
}
/** One sample in a thousand would lie farther off (Kolmogorov). */
const FARTHEST = 1.95 / Math.sqrt(RUNS);

describe('the distribution', () => {
  it.each<Triple>([
    [1, 2, 6],
    [0, 0, 4],
    [3, 7, 7],
    [0, 5, 10],
    [2, 2.001, 90],
  ])(
    // prettier-ignore
    'of one task of %p, %p, %p is triangular',
    (...triple) => {
      const [a, m, b] = triple;
      const { overall } = simulate(scheduleOf([triple], [], { runs: RUNS, seed: 42 }));
      const variance = (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
      const mean = (a + m + b) / 3;
      expect(Math.abs(meanOf(overall) - mean)).toBeLessThan(stray(Math.sqrt(variance)));
      const spread = meanOf(overall.map((x) => (x - mean) ** 2));
      expect(Math.abs(spread / variance - 1)).toBeLessThan(0.04);
      expect(distance(overall, (x) => shareBelow(x, triple))).toBeLessThan(FARTHEST);
      expect(quantile(overall, 0)).toBeGreaterThanOrEqual(a);
      expect(quantile(overall, 1)).toBeLessThanOrEqual(b);
      expect(new Set(overall).size).toBeGreaterThan(0.999 * RUNS);
    },
  );

  it('of tasks side by side is the product of theirs', () => {
    const triple: Triple = [1, 3, 6];
    const { overall } = simulate(scheduleOf([triple, triple, triple], [], { runs: RUNS, seed: 7 }));
    expect(distance(overall, (x) => shareBelow(x, triple) ** 3)).toBeLessThan(FARTHEST);
  });

  it('of a chain has the sum of the means and of the variances', () => {
    const triples: Triple[] = [[1, 2, 6], [0, 4, 5], [2, 2, 8]]; // prettier-ignore
    const { overall } = simulate(scheduleOf(triples, [[1, 0], [2, 1]], { runs: RUNS, seed: 3 })); // prettier-ignore
    const variances = triples.map(([a, m, b]) => (a * a + m * m + b * b - a * m - a * b - m * b) / 18);
    const total = variances.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(meanOf(overall) - 10)).toBeLessThan(stray(Math.sqrt(total)));
    expect(Math.abs(meanOf(overall.map((x) => (x - 10) ** 2)) / total - 1)).toBeLessThan(0.04);
  });

  it('gives a date the chance it has', () => {
    const { overall } = simulate(scheduleOf([[0, 5, 10], fixed(2)], [[1, 0]], { runs: RUNS, seed: 9 })); // prettier-ignore
    expect(Math.abs(chanceBy(overall, 7) - 0.5)).toBeLessThan(stray(0.5));
    expect(Math.abs(chanceBy(overall, 4.5) - 0.125)).toBeLessThan(stray(Math.sqrt(0.125 * 0.875)));
  });
});

describe('the draws', () => {
  const nothing = new Float64Array(RUNS);
  /** A rising triangle is the root of an even distribution. */
  const rising = (tasks: number) => effortsOf(Array.from({ length: tasks }, (): Triple => [0, 1, 1]));
  const drawn = (task: number, seed: number, count = RUNS) => {
    const numbers = new Float64Array(count);
    new Draws(rising(task + 1), seed).draw(task, nothing, numbers, count);
    return numbers.map((root) => root ** 2);
  };
  const correlation = (one: Float64Array, other: Float64Array) =>
    12 * meanOf(one.map((value, place) => (value - 0.5) * ((other[place] ?? 0) - 0.5)));

  it('are even from 0 to 1, also in their last bits', () => {
    const numbers = drawn(0, 1);
    expect(distance(numbers.toSorted(), (x) => x)).toBeLessThan(FARTHEST);
    expect(distance(numbers.map((x) => (x * 2 ** 32) % 1).sort(), (x) => x)).toBeLessThan(FARTHEST);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });

  it.each([
    ['the next draw', drawn(0, 1).subarray(1), drawn(0, 1).subarray(0, -1)],
    ['the next task', drawn(0, 1), drawn(1, 1)],
    ['the next seed', drawn(0, 1), drawn(0, 2)],
    ['the task and the seed exchanged', drawn(1, 2), drawn(2, 1)],
  ])('say nothing of %s', (_, one, other) => {
    expect(Math.abs(correlation(one, other))).toBeLessThan(stray(1));
  });

  it('go on where they stopped', () => {
    const draws = new Draws(rising(2), 5);
    const [first, second] = [new Float64Array(3), new Float64Array(4)];
    draws.draw(1, nothing, first, 3);
    draws.draw(0, nothing, new Float64Array(9), 9);
    draws.draw(1, nothing, second, 4);
    expect([...first, ...second].map((root) => root ** 2)).toEqual([...drawn(1, 5, 7)]);
  });
});
