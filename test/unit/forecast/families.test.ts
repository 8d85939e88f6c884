import { PROBABILITIES, compare, type Comparison, type Trial } from '../../../scripts/forecast/backtest';
import { plainForecast } from '../../../scripts/forecast/plain';
import { curveOf } from '../../../src/domain/forecast/curve';
import { countUntil } from '../../../src/domain/forecast/history';
import { HORIZONS, counted } from '../../../src/domain/forecast/trackRecord';
import { walk } from '../../../src/domain/forecast/walk';
import { FAMILIES, generate, type Generated } from './families';

const PROJECTS_OF_EACH = 3;

/** Nothing is reopened here, so one walk holds the forecasts of all days, as another test shows. */
function trialsOf({ resolved, end }: Generated): readonly Trial[] {
  return HORIZONS.flatMap((issues) =>
    counted(walk(resolved, end, issues), resolved[0] ?? end).map(({ at, days, outcome }) => {
      const { quantile } = curveOf(days);
      const plain = plainForecast(resolved.subarray(0, countUntil(resolved, at)), at, issues, PROBABILITIES);
      return { issues, outcome, observed: end - at, calibrated: PROBABILITIES.map(quantile), plain };
    }),
  );
}

interface Outcome {
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
  /** The pinball loss as a share of plain sampling's. */
  readonly loss: number;
}

function outcomeOf(total: Comparison): Outcome {
  const [p50, p80, p95] = total.calibrated.held.map(({ share }) => share ?? Number.NaN);
  const loss = (total.calibrated.pinball ?? Number.NaN) / (total.plain.pinball ?? Number.NaN);
  return { p50: p50 ?? Number.NaN, p80: p80 ?? Number.NaN, p95: p95 ?? Number.NaN, loss };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Walks through projects of each family; what is not the whole has generous bounds, since a project is one draw. */
describe('Forecasts for projects never seen', () => {
  const outcomes = new Map<string, readonly Outcome[]>();

  beforeAll(() => {
    for (const family of Object.keys(FAMILIES)) {
      const projects = Array.from({ length: PROJECTS_OF_EACH }, (_, seed) => generate(family, seed + 1));
      const long = projects.filter(({ resolved }) => resolved.length >= 60);
      outcomes.set(
        family,
        long.map((project) => outcomeOf(compare(null, trialsOf(project)))),
      );
    }
  });

  it.each(Object.keys(FAMILIES))('keep their word: %s', (family) => {
    const all = outcomes.get(family) ?? [];
    expect(all.length).toBeGreaterThan(0);
    const young = family === 'short history';
    // A project that dies is always slower than it was: the median is behind, the wide promises hold.
    const dying = family === 'up and away';
    expect(mean(all.map(({ p50 }) => p50))).toBeGreaterThan(young || dying ? 0.25 : 0.4);
    expect(mean(all.map(({ p50 }) => p50))).toBeLessThan(young ? 0.8 : 0.6);
    expect(mean(all.map(({ p80 }) => p80))).toBeGreaterThan(young || dying ? 0.55 : 0.7);
    expect(mean(all.map(({ p80 }) => p80))).toBeLessThan(young ? 1.01 : 0.9);
    expect(mean(all.map(({ p95 }) => p95))).toBeGreaterThan(young || dying ? 0.75 : 0.88);
    expect(mean(all.map(({ loss }) => loss))).toBeLessThan(1.5);
  });

  it('keep their word over all of them, at a smaller loss than plain sampling', () => {
    const all = [...outcomes.values()];
    const over = (figure: keyof Outcome) => mean(all.map((family) => mean(family.map((outcome) => outcome[figure]))));
    expect(over('p50')).toBeGreaterThan(0.45);
    expect(over('p50')).toBeLessThan(0.55);
    expect(over('p80')).toBeGreaterThan(0.75);
    expect(over('p80')).toBeLessThan(0.85);
    expect(over('p95')).toBeGreaterThan(0.91);
    expect(over('loss')).toBeLessThan(0.95);
  });
});
