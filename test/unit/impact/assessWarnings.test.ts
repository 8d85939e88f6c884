import { IMPACT_WARNINGS } from '../../../src/contract/impact';
import type { ImpactWarningCode } from '../../../src/contract/impact';
import { assess } from '../../../src/domain/impact/assess';
import type { AssessedWarning, AssessmentInputs } from '../../../src/domain/impact/assessment';
import { MOST_ROWS } from '../../../src/domain/impact/assess';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { aPast, DAY, inputsOf, TODAY_NUMBER } from '../../support/impact';
import type { SomeProject } from '../../support/impact';

/** Nothing is missing: linked, estimated, with a past, a milestone, a rate and a budget. */
const SOUND: SomeProject = {
  issues: [
    { id: '1', original: 2 * DAY, versionIds: ['7'] },
    { id: '2', original: 3 * DAY, versionIds: ['7'] },
    ...aPast(100),
  ],
  links: [['2', 'Requires', '1']],
  versions: [{ id: '7', name: 'Spring', date: '2026-06-01' }],
};
const COST = { currency: 'EUR', ratePerDay: 800, budget: 100_000 };
const settings = { ...DEFAULT_SETTINGS, cost: COST };
const sound = (subject: Parameters<typeof inputsOf>[1] = {}) => inputsOf(SOUND, subject, { settings });

function withIssues(change: (issue: SomeProject['issues'][number]) => object): AssessmentInputs {
  return inputsOf(
    { ...SOUND, issues: SOUND.issues.map((issue) => ({ ...issue, ...change(issue) })) },
    {},
    { settings },
  );
}

const UNESTIMATED = { original: null, spent: null };
const isOpen = ({ id }: { readonly id: string }) => id === '1' || id === '2';

/** For each warning that an assessment gives, inputs that lack one thing, and what it then says. */
const CASES: Readonly<
  Record<Exclude<ImpactWarningCode, 'olderEngine'>, readonly [AssessmentInputs, Omit<AssessedWarning, 'code'>]>
> = {
  noLinks: [inputsOf({ ...SOUND, links: [] }, {}, { settings }), {}],
  nothingFound: [
    inputsOf({ ...SOUND, links: [['1', 'Sings to', '2']] }, {}, { settings, tuning: { 'sings to': 0.3 } }),
    {},
  ],
  noEstimates: [withIssues(() => UNESTIMATED), {}],
  someEstimatesMissing: [withIssues(({ id }) => (id === '2' ? UNESTIMATED : {})), { count: 1 }],
  estimatesRepaired: [
    withIssues(({ id }) => (id === '2' ? { remaining: -HOURS(3) } : {})),
    { count: 1, issues: ['2'] },
  ],
  noVersions: [inputsOf({ ...SOUND, versions: [] }, {}, { settings }), {}],
  noHistory: [inputsOf({ ...SOUND, issues: SOUND.issues.filter(isOpen) }, {}, { settings }), {}],
  shortHistory: [inputsOf({ ...SOUND, issues: [...SOUND.issues.filter(isOpen), ...aPast(6)] }, {}, { settings }), {}],
  standstill: [
    withIssues(({ id }) => (isOpen({ id }) ? {} : { created: TODAY_NUMBER - 400, resolved: TODAY_NUMBER - 200 })),
    { count: 200 },
  ],
  zeroCapacity: [inputsOf(SOUND, {}, { settings: { ...settings, capacityPerWeek: 0 } }), {}],
  cycles: [
    inputsOf(
      {
        ...SOUND,
        links: [
          ['2', 'Requires', '1'],
          ['1', 'Requires', '2'],
        ],
      },
      {},
      { settings },
    ),
    { count: 1 },
  ],
  milestoneInPast: [
    inputsOf({ ...SOUND, versions: [{ id: '7', name: 'Spring', date: '2026-02-01' }] }, {}, { settings }),
    { count: 1, names: ['Spring'] },
  ],
  unknownLinkTypes: [
    inputsOf({ ...SOUND, links: [['1', 'Sings to', '2']] }, {}, { settings }),
    { count: 1, names: ['Sings to'] },
  ],
  noRate: [inputsOf(SOUND, {}, { settings: { ...settings, cost: { ...COST, ratePerDay: null } } }), {}],
  noBudget: [inputsOf(SOUND, {}, { settings: { ...settings, cost: { ...COST, budget: null } } }), {}],
  mirrorBehind: [inputsOf(SOUND, {}, { settings, waiting: 4 }), { count: 4 }],
  truncated: [manyDependents(), { count: 4 }],
};

function HOURS(count: number): number {
  return count * 60 * 60;
}

function manyDependents(): AssessmentInputs {
  const ids = Array.from({ length: MOST_ROWS + 3 }, (_, index) => String(20_000 + index));
  const children = ids.map((id) => ({ id, parentId: '1', original: DAY }));
  return inputsOf({ ...SOUND, issues: [...SOUND.issues, ...children] }, {}, { settings });
}

describe('warnings', () => {
  it('are none where nothing is missing', () => {
    expect(assess(sound()).warnings).toEqual([]);
  });

  it.each(Object.entries(CASES))('%s', (code, [inputs, rest]) => {
    expect(assess(inputs).warnings).toContainEqual({ code, ...rest });
  });

  it('have a case each, apart from what only a frozen assessment can have', () => {
    expect([...Object.keys(CASES), 'olderEngine'].toSorted()).toEqual([...IMPACT_WARNINGS].toSorted());
  });

  it('do not name more issues than anybody reads, but count all', () => {
    const negative = SOUND.issues.map((issue) => ({ ...issue, remaining: -1 }));
    const [warning] = assess(inputsOf({ ...SOUND, issues: negative }, {}, { settings })).warnings;
    expect(warning).toMatchObject({ code: 'estimatesRepaired', count: SOUND.issues.length });
    expect(warning?.issues).toHaveLength(20);
  });
});

describe('bad input', () => {
  it('of any kind gives figures that are numbers, in order', () => {
    const odd = [-5, 0, Number.MAX_SAFE_INTEGER, 1];
    const issues = odd.map((seconds, index) => ({
      id: String(index + 1),
      original: seconds,
      remaining: seconds,
      spent: seconds,
      category: index % 2 === 0 ? ('new' as const) : ('done' as const),
      resolved: TODAY_NUMBER + 10,
    }));
    const links = issues.map(({ id }) => ['1', 'Blocks', id] as const);
    const result = assess(inputsOf({ issues, links }));
    const { effort } = result.cost;
    expect(Object.values(effort).every(Number.isFinite)).toBe(true);
    expect(effort.low).toBeLessThanOrEqual(effort.likely);
    expect(effort.likely).toBeLessThanOrEqual(effort.high);
  });

  it('is no reason to fail: nothing at all is known of the project', () => {
    const result = assess(inputsOf({ issues: [] }));
    expect(result.scope).toEqual({ rows: [], starts: [], edges: [], listedShare: null });
    expect(result.schedule).toMatchObject({ milestones: [], overall: null, basis: 'none', trackRecord: null });
    expect(result.warnings.map(({ code }) => code)).toEqual([
      'noLinks',
      'noVersions',
      'noHistory',
      'noRate',
      'noBudget',
    ]);
  });

  it('a cycle of fifty is named and everything else is reckoned all the same', () => {
    const ids = Array.from({ length: 50 }, (_, index) => String(index + 1));
    const links = ids.map((id, index) => [id, 'Requires', ids[(index + 1) % 50] ?? ''] as const);
    const result = assess(inputsOf({ issues: ids.map((id) => ({ id, original: DAY })), links }));
    expect(result.schedule.cycles).toHaveLength(1);
    expect(result.schedule.cycles[0]).toHaveLength(50);
    expect(result.schedule.overall?.before.p50).toMatch(/^2026-/u);
  });

  it.each([
    ['loose links makes nothing known of what hangs on it', 'Relates', ['2']],
    ['dependencies makes none of them more than possible', 'Blocks', null],
  ] as const)('a hub of 2,000 %s', (_, type, listed) => {
    const spokes = Array.from({ length: 2_000 }, (_each, index) => String(100 + index));
    const links = [['1', 'Relates', '2'] as const, ...spokes.map((id) => ['2', type, id] as const)];
    const { rows } = assess(inputsOf({ issues: ['1', '2', ...spokes].map((id) => ({ id })), links })).scope;
    expect(rows.map(({ issue }) => issue)).toEqual(listed ?? expect.arrayContaining(spokes));
    expect(new Set(rows.map(({ band }) => band))).toEqual(new Set(['possible']));
  });
});
