import fc from 'fast-check';
import { categorySteps, dailyStates, dayOf } from '../../../src/domain/mirror/days';
import type { CategoryStep, DaySteps, StatusChange } from '../../../src/domain/mirror/days';
import { STATUS_CATEGORIES } from '../../../src/domain/mirror/issue';
import type { StatusCategory } from '../../../src/domain/mirror/issue';

const HOUR = 60 * 60 * 1_000;
const BEGIN = Date.parse('2026-02-26T00:00:00.000Z');
const LAST = '2026-03-12';

/** Two statuses of each category, by id. */
const CATEGORIES = new Map(
  STATUS_CATEGORIES.flatMap((category, at) => [`${at}`, `1${at}`].map((id) => [id, category])),
);
const statuses = [...CATEGORIES.keys()];

interface History {
  readonly created: number;
  readonly changes: readonly StatusChange[];
  /** The status that each change leads to, the first being that of the creation. */
  readonly path: readonly string[];
}

const history: fc.Arbitrary<History> = fc
  .record({
    start: fc.integer({ min: 0, max: 200 }),
    gaps: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
    path: fc.array(fc.constantFrom(...statuses), { minLength: 9, maxLength: 9 }),
  })
  .map(({ start, gaps, path }) => {
    const created = BEGIN + start * HOUR;
    let at = created;
    const changes = gaps.map((gap, index) => {
      at += gap * HOUR;
      return { changeId: `${index + 1}`, at, from: path[index] ?? '', to: path[index + 1] ?? '' };
    });
    return { created, changes, path: path.slice(0, changes.length + 1) };
  });

function categoryOf(status: string): StatusCategory {
  const category = CATEGORIES.get(status);
  if (category === undefined) throw new Error(`No status ${status}`);
  return category;
}

function present({ path }: History): StatusCategory {
  return categoryOf(path.at(-1) ?? '');
}

function stepsOf(of: History, changes = of.changes): readonly CategoryStep[] {
  return categorySteps({ created: of.created, statusCategory: present(of) }, changes, CATEGORIES);
}

/** The category at the end of the day, by going through the changes; null before the issue existed. */
function categoryAt({ created, changes, path }: History, day: string): StatusCategory | null {
  if (dayOf(created) > day) return null;
  const passed = changes.filter(({ at }) => dayOf(at) <= day).length;
  return categoryOf(path[passed] ?? '');
}

function counted(steps: readonly CategoryStep[]): DaySteps[] {
  return steps.map(({ at, previous, category }) => ({ day: dayOf(at), previous, category, count: 1 }));
}

describe('the steps of an issue through the categories', () => {
  it('lead from its creation to its present category, each from where the one before led', () => {
    fc.assert(
      fc.property(history, (of) => {
        const steps = stepsOf(of);
        expect(steps[0]).toMatchObject({ at: of.created, previous: null });
        expect(steps.at(-1)?.category).toBe(present(of));
        steps.slice(1).forEach(({ previous, category }, index) => {
          expect(previous).toBe(steps[index]?.category);
          expect(category).not.toBe(previous);
        });
      }),
    );
  });

  it('are the same in whatever order the changes are given', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (of, ranks) => {
        const shuffled = of.changes
          .map((change) => ({ change, rank: Number(ranks.next().value) }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ change }) => change);
        expect(stepsOf(of, shuffled)).toEqual(stepsOf(of));
      }),
    );
  });

  it('count a status that exists no more as work in progress', () => {
    const changes = [{ changeId: '1', at: BEGIN + HOUR, from: '0', to: '999' }];
    const steps = categorySteps({ created: BEGIN, statusCategory: 'done' }, changes, CATEGORIES);
    expect(steps.map(({ category }) => category)).toEqual(['new', 'indeterminate']);
  });
});

describe('the state of a project day by day', () => {
  it('is what going through every issue by hand gives, for every day from the first issue on', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 12 }), (histories) => {
        const states = dailyStates(
          histories.flatMap((of) => counted(stepsOf(of))),
          LAST,
        );
        const first = histories.map(({ created }) => dayOf(created)).toSorted()[0] ?? LAST;
        expect(states[0]?.day).toBe(first);
        expect(states.at(-1)?.day).toBe(LAST);
        expect(new Set(states.map(({ day }) => day)).size).toBe(states.length);
        for (const { day, counts } of states) {
          const there = histories.flatMap((of) => categoryAt(of, day) ?? []);
          for (const category of STATUS_CATEGORIES) {
            expect(counts[category]).toBe(there.filter((one) => one === category).length);
          }
        }
      }),
    );
  });

  it('is the same whether equal steps are given one by one or counted', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), fc.integer({ min: 2, max: 5 }), (histories, times) => {
        const once = histories.flatMap((of) => counted(stepsOf(of)));
        const many = Array.from({ length: times }, () => once).flat();
        const summed = once.map((step) => ({ ...step, count: times }));
        expect(dailyStates(summed, LAST)).toEqual(dailyStates(many, LAST));
      }),
    );
  });

  it('is empty where there was no issue', () => {
    expect(dailyStates([], LAST)).toEqual([]);
  });
});
