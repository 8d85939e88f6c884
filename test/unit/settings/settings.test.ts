import fc from 'fast-check';
import { SETTING_PATHS } from '../../../src/contract/settings';
import type { SettingsChoices } from '../../../src/contract/settings';
import { readChoices, settingsChoices } from '../../../src/contract/settingsSchema';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { settingProblems } from '../../../src/domain/settings/problems';
import { chosenAt, differingPaths, resolveSettings } from '../../../src/domain/settings/resolve';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/u), { maxLength: 4 });

const someChoices: fc.Arbitrary<SettingsChoices> = fc
  .record({
    requirementTypes: optional(names),
    capacityPerWeek: optional(fc.option(fc.integer({ min: 0, max: 500 }))),
    editionsKeptMonths: optional(fc.option(fc.integer({ min: 1, max: 120 }))),
    tuneLinks: optional(fc.boolean()),
    feedback: optional(
      fc.constantFrom(
        { kinds: ['wish'] },
        { names: { nice: 'P3' }, respond: { critical: 1 } },
        { answer: { nice: null } },
      ),
    ),
    editorsFreeze: optional(fc.boolean()),
    cost: optional(fc.constantFrom({ currency: 'EUR' }, { budget: null }, { ratePerDay: 500, budget: 9_000 })),
    links: optional(
      names.map((types) =>
        types.map((type) => ({
          type,
          meaning: 'relates' as const,
          subject: 'source' as const,
          alongOutward: 0.5,
          alongInward: 0,
        })),
      ),
    ),
  })
  .map((chosen) => readChoices(chosen).choices);

describe('the settings of a project', () => {
  it('are the built-in ones where nothing is chosen', () => {
    expect(resolveSettings(DEFAULT_SETTINGS, {})).toEqual(DEFAULT_SETTINGS);
    expect(settingProblems(DEFAULT_SETTINGS)).toEqual([]);
  });

  it('can all be chosen by themselves: every leaf of the settings has a path, and no path leads nowhere', () => {
    const leaves = (value: unknown, path: string): readonly string[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
        : [path];
    expect(leaves(DEFAULT_SETTINGS, '').toSorted()).toEqual([...SETTING_PATHS].toSorted());
  });

  it('take each choice, and only the choices', () => {
    fc.assert(
      fc.property(someChoices, (choices) => {
        const settings = resolveSettings(DEFAULT_SETTINGS, choices);
        for (const path of SETTING_PATHS.filter((each) => each !== 'links')) {
          const chosen = chosenAt(choices, path);
          const expected = chosen === undefined ? chosenAt(DEFAULT_SETTINGS, path) : chosen;
          expect(chosenAt(settings, path)).toEqual(expected);
        }
      }),
    );
  });

  it('replace the rule of a link type whatever its case, and keep the others', () => {
    const blocks = {
      type: 'BLOCKS',
      meaning: 'ignore',
      subject: 'source',
      alongOutward: 0,
      alongInward: 0,
    } as const;
    const { links } = resolveSettings(DEFAULT_SETTINGS, { links: [blocks] });
    expect(links.filter(({ type }) => type.toLowerCase() === 'blocks')).toEqual([blocks]);
    expect(links).toHaveLength(DEFAULT_SETTINGS.links.length);
  });

  it('differ exactly where their values differ', () => {
    expect(differingPaths({}, {})).toEqual([]);
    const before = { cost: { budget: 5 }, tuneLinks: false };
    expect(differingPaths(before, { cost: { budget: 6, currency: 'EUR' }, tuneLinks: false })).toEqual([
      'cost.currency',
      'cost.budget',
    ]);
  });
});

describe('choices as they arrive', () => {
  it('pass whatever the page can make of them', () => {
    fc.assert(fc.property(someChoices, (choices) => settingsChoices.safeParse(choices).success));
  });

  it.each<[string, unknown, string]>([
    ['a strength above 1', { parents: { toChildren: 1.5 } }, 'out_of_range'],
    ['a negative capacity', { capacityPerWeek: -1 }, 'out_of_range'],
    ['a name twice', { testTypes: ['Test', 'test'] }, 'repeated'],
    ['a week without days', { calendar: { workingDays: [] } }, 'empty'],
    ['no kind of feedback', { feedback: { kinds: [] } }, 'empty'],
    ['a kind of feedback twice', { feedback: { kinds: ['wish', 'wish'] } }, 'repeated'],
    ['a target of years', { feedback: { respond: { nice: 9_000 } } }, 'out_of_range'],
    ['a day that does not exist', { calendar: { holidays: ['2026-02-30'] } }, 'not_a_date'],
  ])('with %s are refused by that rule', (_, choices, rule) => {
    const result = settingsChoices.safeParse(choices);
    expect(result.error?.issues.map(({ message }) => message)).toEqual([rule]);
  });

  it('that are too much for one row of the journal are refused', () => {
    const long = Array.from({ length: 300 }, (_, index) => `${index}${'界'.repeat(200)}`);
    expect(settingsChoices.safeParse({ testTypes: long }).error?.issues[0]?.message).toBe('too_long');
  });

  it('saved by a newer version are read as far as they are understood', () => {
    const saved = { tuneLinks: false, cost: { currency: 'CNY' }, colour: 'red', calendar: { moon: 'full' } };
    expect(readChoices(saved)).toEqual({
      choices: { tuneLinks: false, cost: { currency: 'CNY' } },
      unread: ['calendar', 'colour'],
    });
  });
});

describe('settings that contradict each other', () => {
  it.each<[string, SettingsChoices, string]>([
    ['a major tier below the medium one', { changeControl: { major: { days: 2 } } }, 'changeControl.major.days'],
    ['a day that ends before it begins', { calendar: { opens: 18 } }, 'calendar.closes'],
    ['a matter settled before anybody reacts', { feedback: { resolve: { nice: 2 } } }, 'feedback.resolve.nice'],
    ['an answer before anybody reacts', { feedback: { respond: { critical: 9 } } }, 'feedback.answer.critical'],
    [
      'two importances of one name',
      { feedback: { names: { nice: 'Must', critical: 'MUST' } } },
      'feedback.names.critical',
    ],
    [
      'a holiday that is worked',
      { calendar: { holidays: ['2026-10-01'], extraWorkingDays: ['2026-10-01'] } },
      'calendar.extraWorkingDays',
    ],
  ])('%s is named where it is to be changed', (_, choices, path) => {
    const problems = settingProblems(resolveSettings(DEFAULT_SETTINGS, choices));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });
});
