import fc from 'fast-check';
import { assess } from '../../../src/domain/impact/assess';
import type { Assessment } from '../../../src/domain/impact/assessment';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { aPast, DAY, inputsOf } from '../../support/impact';
import type { SomeProject } from '../../support/impact';

const PAST = aPast(100);
const VERSIONS = [
  { id: '7', name: 'Spring', date: '2026-04-01' },
  { id: '8', name: 'Summer', date: '2026-07-01' },
  { id: '9', name: 'Delivered', released: true, date: '2026-01-01' },
];
const PROJECT: SomeProject = {
  issues: [
    { id: '1', original: 5 * DAY, versionIds: ['7'] },
    { id: '2', original: 5 * DAY, versionIds: ['7'] },
    { id: '3', original: 10 * DAY, versionIds: ['8'] },
    { id: '4', original: 4 * DAY, versionIds: ['9'], category: 'done', status: 'Done', spent: 4 * DAY },
    ...PAST,
  ],
  links: [
    ['2', 'Requires', '1'],
    ['4', 'Requires', '1'],
    ['3', 'Requires', '2'],
  ],
  versions: VERSIONS,
};
const EFFORT = { low: 5, likely: 10, high: 20 };
const COST = { currency: 'EUR', ratePerDay: 500, budget: 50_000 };
const settings = { ...DEFAULT_SETTINGS, cost: COST, capacityPerWeek: 10 };

function withoutEstimates(project: SomeProject): SomeProject {
  return { ...project, issues: project.issues.map((issue) => ({ ...issue, original: null, spent: null })) };
}

const p80After = ({ overall }: Assessment['schedule']) => overall?.after.p80 ?? '';

describe('the schedule', () => {
  it('shows every milestone that is still to be delivered, the earliest first, without and with the change', () => {
    const { schedule } = assess(inputsOf(PROJECT, { effort: EFFORT }, { settings }));
    expect(schedule.basis).toBe('estimates');
    expect(schedule.milestones.map(({ version }) => version.name)).toEqual(['Spring', 'Summer']);
    for (const { before, after, slip, chance } of schedule.milestones) {
      expect(before.p50 <= before.p80 && before.p80 <= before.p95).toBe(true);
      expect(after.p50 >= before.p50).toBe(true);
      expect(slip.p50).toBeGreaterThan(0);
      expect(chance?.after).toBeLessThanOrEqual(chance?.before ?? 0);
    }
    expect(p80After(schedule) > (schedule.overall?.before.p80 ?? '')).toBe(true);
  });

  it('moves nothing when the change takes nothing and touches nothing', () => {
    const { schedule } = assess(inputsOf({ ...PROJECT, links: [] }, {}, { settings }));
    for (const { before, after, slip } of schedule.milestones) {
      expect(after).toEqual(before);
      expect(slip).toEqual({ p50: 0, p80: 0 });
    }
  });

  it('is not known from a few estimates alone: what has none would count as no work', () => {
    const ids = ['1', '2', '3', '4', '5'];
    const issues = ids.map((id) => ({ id, ...(id === '1' ? { original: 5 * DAY } : {}) }));
    expect(assess(inputsOf({ issues })).schedule).toMatchObject({ basis: 'none', overall: null });
  });

  it('tells nothing apart that lies more than ten years ahead', () => {
    const idle = PAST.map((issue) => ({ ...issue, resolved: (issue.resolved ?? 0) - 4_000, created: 10_000 }));
    const stalled = withoutEstimates({ ...PROJECT, issues: [...PROJECT.issues.slice(0, 4), ...idle] });
    const { schedule } = assess(inputsOf(stalled, { effort: EFFORT }, { settings }));
    expect(schedule).toMatchObject({ basis: 'history', horizon: '2036-03-02' });
    for (const { before, after, slip } of schedule.milestones) {
      expect([before.p95, after.p95]).toEqual(['2036-03-02', '2036-03-02']);
      expect(slip.p80).toBe(0);
    }
    expect(schedule.overall?.after.p95).toBe('2036-03-02');
  });

  it('rests on the project’s own history where nothing is estimated, in the order of the milestones', () => {
    const inputs = inputsOf(withoutEstimates(PROJECT), { effort: EFFORT }, { settings });
    const { schedule } = assess(inputs);
    expect(schedule.basis).toBe('history');
    const [spring, summer] = schedule.milestones;
    expect((summer?.before.p80 ?? '') >= (spring?.before.p80 ?? '9')).toBe(true);
    expect(schedule.milestones.every(({ before, after }) => after.p80 >= before.p80)).toBe(true);
  });

  it('mixes estimates with what finished issues took where some are missing', () => {
    const issues = PROJECT.issues.map((issue) => (issue.id === '3' ? { ...issue, original: null } : issue));
    const result = assess(inputsOf({ ...PROJECT, issues }, {}, { settings }));
    expect(result.schedule.basis).toBe('mixed');
    expect(result.scope.rows.find(({ issue }) => issue === '3')).toMatchObject({ effortSource: 'history' });
  });

  it('gives no day at zero capacity, rather than a wrong one', () => {
    const { schedule } = assess(inputsOf(PROJECT, {}, { settings: { ...settings, capacityPerWeek: 0 } }));
    expect(schedule).toMatchObject({ milestones: [], overall: null, basis: 'none' });
  });

  it('is shortened by what is dropped in exchange', () => {
    const plain = assess(inputsOf(PROJECT, { effort: EFFORT }, { settings }));
    const swapped = assess(inputsOf(PROJECT, { effort: EFFORT, dropped: ['3'] }, { settings }));
    expect(p80After(swapped.schedule) < p80After(plain.schedule)).toBe(true);
    expect(swapped.cost.effort.likely).toBeCloseTo(plain.cost.effort.likely - 10);
  });

  it('says what waiting does to the next milestone', () => {
    const { waiting } = assess(
      inputsOf(PROJECT, { effort: EFFORT }, { settings: { ...settings, capacityPerWeek: null } }),
    );
    expect(waiting.milestone).toMatchObject({ name: 'Spring' });
    expect(waiting.slipPerDay).toBeGreaterThan(0);
    expect(waiting.slipPerDay).toBeLessThanOrEqual(1.0001);
  });
});

describe('the cost', () => {
  it('is the effort of the change and what it touches, weighed by confidence, and rework apart', () => {
    const { cost, scope } = assess(inputsOf(PROJECT, { effort: EFFORT, fixedCost: 1_000 }, { settings }));
    const expected = scope.rows.reduce((sum, { effort, confidence }) => sum + (effort?.likely ?? 0) * confidence, 0);
    expect(cost.effort.likely).toBeCloseTo(10 + expected);
    expect(cost.rework.likely).toBeCloseTo(0.8 * 0.3 * 4);
    expect(cost.money?.likely).toBeCloseTo(cost.effort.likely * 500 + 1_000);
    expect(cost.reworkMoney?.likely).toBeCloseTo(cost.rework.likely * 500);
    expect(cost.budgetShare).toBeCloseTo(((cost.money?.likely ?? 0) / 50_000) * 100);
  });

  it('is no money without a rate, and no share without a budget', () => {
    const { cost } = assess(inputsOf(PROJECT));
    expect(cost).toMatchObject({ money: null, reworkMoney: null, budgetShare: null });
  });
});

describe('the same inputs', () => {
  it('give the same result to the last bit, also after they have been written and read', () => {
    const inputs = inputsOf(PROJECT, { effort: EFFORT }, { settings });
    const first = JSON.stringify(assess(inputs));
    expect(JSON.stringify(assess(inputs))).toBe(first);
    expect(JSON.stringify(assess(JSON.parse(JSON.stringify(inputs)) as typeof inputs))).toBe(first);
  });

  it('do so in whatever order they were read', () => {
    const shuffled = fc.shuffledSubarray([...PROJECT.issues], { minLength: PROJECT.issues.length });
    const expected = JSON.stringify(assess(inputsOf(PROJECT, {}, { settings })));
    fc.assert(
      fc.property(shuffled, (issues) => {
        // Facts name types and statuses by places, which depend on the order of ids alone.
        expect(JSON.stringify(assess(inputsOf({ ...PROJECT, issues }, {}, { settings })))).toBe(expected);
      }),
      { numRuns: 5, seed: 4 },
    );
  });
});
