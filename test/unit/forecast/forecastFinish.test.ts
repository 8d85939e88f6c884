import fc from 'fast-check';
import { curveOf } from '../../../src/domain/forecast/curve';
import { forecastFinish, type FinishForecast } from '../../../src/domain/forecast/forecast';
import { walk } from '../../../src/domain/forecast/walk';

const TODAY = 15_000;
/** Gaps in days back from today, so that every history ends near it. */
const history = fc
  .array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 150 })
  .map((gaps) => {
    let instant = TODAY;
    return gaps.map((gap) => (instant -= gap));
  })
  .map((resolved) => ({ created: resolved.map((instant) => instant - 5), resolved }));
const remaining = fc.integer({ min: 1, max: 200 });
const probability = fc.integer({ min: 1, max: 999 }).map((perMille) => perMille / 1000);

function forecast(given: Parameters<typeof forecastFinish>[0], issues: number): FinishForecast {
  const made = forecastFinish(given, TODAY, issues);
  if (made === null) throw new Error('There is a history, so there is a forecast');
  return made;
}

const steady = { created: [], resolved: Array.from({ length: 400 }, (_, index) => TODAY - index - 0.5) };

describe('A forecast', () => {
  it('is positive, finite and rises with the probability', () => {
    fc.assert(
      fc.property(history, remaining, probability, probability, (given, issues, one, other) => {
        const { quantile } = forecast(given, issues);
        const [low, high] = [quantile(Math.min(one, other)), quantile(Math.max(one, other))];
        expect(low).toBeGreaterThan(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThan(Infinity);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('gives the chance of a day as the inverse of the day of a chance', () => {
    fc.assert(
      fc.property(history, remaining, fc.double({ min: 0.06, max: 0.97, noNaN: true }), (given, issues, p) => {
        const { quantile, chanceBy } = forecast(given, issues);
        expect(chanceBy(quantile(p))).toBeCloseTo(p, 3);
        expect(chanceBy(0)).toBe(0);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('looks at nothing after its day', () => {
    const future = fc.array(fc.double({ min: 0.001, max: 500, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(history, remaining, future, (given, issues, days) => {
        const later = days.map((day) => TODAY + day);
        const altered = { created: [...given.created, ...later], resolved: [...later, ...given.resolved] };
        const [known, other] = [forecast(given, issues), forecast(altered, issues)];
        expect([0.5, 0.8, 0.95].map(other.quantile)).toEqual([0.5, 0.8, 0.95].map(known.quantile));
        expect(other.basis).toEqual(known.basis);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('is what a walk from a later day has on that day', () => {
    fc.assert(
      fc.property(history, remaining, fc.integer({ min: 1, max: 60 }), ({ resolved }, issues, weeks) => {
        const sorted = Float64Array.from(resolved).sort();
        const day = TODAY - 7 * weeks;
        const then = forecastFinish({ created: [], resolved: sorted }, day, issues);
        const step = walk(sorted, TODAY, issues).find(({ at }) => at === day);
        const quantile = step === undefined ? null : curveOf(step.days).quantile(0.8);
        expect(quantile).toBe(then?.quantile(0.8) ?? null);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('does not mind in which order the history comes', () => {
    const reversed = { created: [], resolved: steady.resolved.toReversed() };
    expect(forecast(reversed, 20).quantile(0.8)).toBe(forecast(steady, 20).quantile(0.8));
  });

  it('of a clockwork project is its clockwork', () => {
    const { quantile } = forecast(steady, 20);
    expect(quantile(0.5)).toBeGreaterThan(19);
    expect(quantile(0.5)).toBeLessThan(21);
    expect(quantile(0.8)).toBeLessThan(24);
  });

  it('is told apart from knowledge by width where the project has shown little', () => {
    const young = { created: [], resolved: steady.resolved.slice(0, 12) };
    const ratio = (given: FinishForecast) => given.quantile(0.95) / given.quantile(0.5);
    expect(ratio(forecast(young, 20))).toBeGreaterThan(1.5 * ratio(forecast(steady, 20)));
  });

  it('goes on after years without anything, slower and not never', () => {
    const dead = { created: [], resolved: steady.resolved.map((instant) => instant - 700) };
    const { quantile } = forecast(dead, 20);
    expect(quantile(0.5)).toBeGreaterThan(200);
    expect(quantile(0.95)).toBeLessThan(Infinity);
  });

  it('takes a single resolved issue, and a great many at one instant', () => {
    expect(forecast({ created: [], resolved: [TODAY] }, 5).quantile(0.5)).toBeGreaterThan(0);
    const bulk = { created: [], resolved: Array.from({ length: 5_000 }, () => TODAY - 30) };
    expect(forecast(bulk, 5).quantile(0.95)).toBeLessThan(Infinity);
  });

  it('is none without a history', () => {
    expect(forecastFinish({ created: [TODAY - 1], resolved: [] }, TODAY, 5)).toBeNull();
    expect(forecastFinish({ created: [], resolved: [TODAY + 1] }, TODAY, 5)).toBeNull();
  });

  it.each([0, -1, Number.NaN, Infinity])('refuses %p issues', (issues) => {
    expect(() => forecastFinish(steady, TODAY, issues)).toThrow(RangeError);
  });

  it.each([0, 1, -0.5, Number.NaN])('refuses the probability %p', (p) => {
    expect(() => forecast(steady, 5).quantile(p)).toThrow(RangeError);
  });
});
