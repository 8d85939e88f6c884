import { trackRecord } from '../../../src/domain/forecast/trackRecord';

const TODAY = 15_000;
const steady = Array.from({ length: 400 }, (_, index) => TODAY - index - 0.5);

describe('The track record of past forecasts', () => {
  it('counts every second week of which the outcome is known', () => {
    const record = trackRecord({ created: [], resolved: steady }, TODAY);
    // From day 84 of 399.5 to 14 days before today, less those whose 10, 20 or 40 issues, one a day, are not done.
    expect(record?.count).toBe(22 + 21 + 20);
  });

  it('holds no more often for a lower probability', () => {
    const record = trackRecord(
      { created: [], resolved: steady.map((instant) => instant + Math.sin(instant) * 9) },
      TODAY,
    );
    const { p50, p80, p95 } = record?.held ?? { p50: 1, p80: 0, p95: 0 };
    expect(p50).toBeLessThanOrEqual(p80);
    expect(p80).toBeLessThanOrEqual(p95);
    expect(p95).toBeGreaterThan(0.9);
  });

  it('shows forecasts that a sudden stop proved wrong once the issues came in after all', () => {
    const stopped = steady.map((instant) => (instant > TODAY - 150 ? TODAY - 0.01 : instant));
    const record = trackRecord({ created: [], resolved: stopped }, TODAY);
    expect(record?.held.p50).toBeLessThan(0.7);
  });

  it('is none without a forecast that has come out', () => {
    expect(trackRecord({ created: [], resolved: [] }, TODAY)).toBeNull();
    expect(trackRecord({ created: [], resolved: steady.slice(0, 60) }, TODAY)).toBeNull();
  });
});
