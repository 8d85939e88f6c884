import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { chanceBy } from '../../../../src/domain/impact/schedule/quantile';
import { compare, runSchedule, simulate } from '../../../../src/domain/impact/schedule/simulate';
import { listScheduled, simulateSlowly } from './reference';
import { effortsOf, fixed, project, scheduleOf, triple } from './support';
import type { Edge, Triple } from './support';

const inOrder = (finish: readonly number[]) => finish.toSorted((a, b) => a - b);

describe('simulation of fixed efforts', () => {
  it('adds a chain up, and takes the longest of what goes on side by side', () => {
    const chain = simulate(scheduleOf([fixed(2), fixed(3), fixed(4)], [[1, 0], [2, 1]])); // prettier-ignore
    expect(new Set(chain.overall)).toEqual(new Set([9]));
    const beside = simulate(scheduleOf([fixed(2), fixed(3), fixed(4)]));
    expect(new Set(beside.overall)).toEqual(new Set([4]));
  });

  it('does a cycle of 50 as one piece, behind what comes before it', () => {
    const cycle = Array.from({ length: 50 }, (_, task): Edge => [task, (task + 1) % 50]);
    const tasks = [...Array.from({ length: 50 }, () => fixed(1)), fixed(7), fixed(2)];
    const { overall, cycles } = simulate(scheduleOf(tasks, [...cycle, [20, 50], [51, 3]]));
    expect(new Set(overall)).toEqual(new Set([59]));
    expect(cycles).toEqual([Array.from({ length: 50 }, (_, task) => task)]);
  });

  it('finishes a milestone with what it needs, whoever else is late', () => {
    const input = scheduleOf([fixed(5), fixed(1), fixed(90)], [[1, 0]], { milestones: [[1], [0], [], [2, 1]] }); // prettier-ignore
    const { finish, overall } = simulate(input);
    expect(finish.map((runs) => runs[0])).toEqual([6, 5, 0, 90]);
    expect(overall[0]).toBe(90);
  });
});

describe('simulation', () => {
  it('equals a slow one from the same draws, cycles included', () => {
    fc.assert(
      fc.property(project({ cycles: true }), fc.maxSafeInteger(), ({ triples, edges }, seed) => {
        const fast = simulate(scheduleOf(triples, edges, { runs: 10, seed })).overall;
        const slow = inOrder(simulateSlowly(triples, edges, 10, seed));
        fast.forEach((finish, run) => expect(finish).toBeCloseTo(slow[run] ?? NaN, 9));
      }),
    );
  });

  it('takes for a chain the sum of its efforts, in every run', () => {
    fc.assert(
      fc.property(fc.array(triple, { minLength: 1, maxLength: 10 }), (triples) => {
        const edges = triples.slice(1).map((_, task): Edge => [task + 1, task]);
        const chain = runSchedule(scheduleOf(triples, edges, { runs: 20 })).outcome.finish.at(-1);
        const alone = runSchedule(scheduleOf(triples, [], { runs: 20, milestones: triples.map((_, task) => [task]) }));
        chain?.forEach((finish, run) => {
          const sum = alone.outcome.finish.slice(0, -1).reduce((total, runs) => total + (runs[run] ?? 0), 0);
          expect(finish).toBeCloseTo(sum, 9);
        });
      }),
    );
  });

  it('never finishes earlier for more effort, with or without a limit, in any run', () => {
    const capacity = fc.option(fc.double({ min: 0.1, max: 5, noNaN: true }));
    fc.assert(
      fc.property(
        project({ cycles: true }),
        triple,
        fc.nat(),
        capacity,
        ({ triples, edges }, more, which, capacityPerDay) => {
          const changed = which % triples.length;
          const grown = triples.map(([a, b, c], task): Triple =>
            task === changed ? [a + more[0], b + more[1], c + more[2]] : [a, b, c],
          );
          const before = scheduleOf(triples, edges, { runs: 50, capacityPerDay, milestones: [[0], [changed]] });
          const { slip } = compare(before, { efforts: effortsOf(grown) });
          for (const runs of [...slip.finish, slip.overall]) expect(runs[0]).toBeGreaterThanOrEqual(-1e-6);
        },
      ),
    );
  });

  it('never finishes earlier for another dependency', () => {
    fc.assert(
      fc.property(project({ cycles: true }), fc.nat(), fc.nat(), ({ triples, edges }, a, b) => {
        const edge: Edge = [a % triples.length, b % triples.length];
        const { after } = scheduleOf(triples, [...edges, edge]);
        const { slip } = compare(scheduleOf(triples, edges, { runs: 50 }), { after });
        expect(slip.overall[0]).toBeGreaterThanOrEqual(-1e-6);
      }),
    );
  });
});

describe('common draws', () => {
  const triples: Triple[] = [[1, 2, 6], [2, 3, 9], [1, 4, 5], [3, 3, 8]]; // prettier-ignore
  const edges: Edge[] = [[1, 0], [3, 2]]; // prettier-ignore

  it('give the same, bit for bit, on any machine', () => {
    const { finish, overall } = simulate(scheduleOf(triples, edges, { milestones: [[1]], seed: 2 ** 40 + 5 }));
    const bits = createHash('sha256');
    for (const runs of [...finish, overall]) bits.update(new Uint8Array(runs.buffer.slice(runs.byteOffset, runs.byteOffset + runs.byteLength))); // prettier-ignore
    expect(bits.digest('hex')).toBe('f6ab4b9c03e2d3f59a2d3df15771c63f70684d91d17dd115a75a9968317fae9f');
  });

  it('differ from seed to seed, also beyond 32 bits and below 0', () => {
    const first = (seed: number) => simulate(scheduleOf(triples, edges, { seed })).overall[0];
    expect(new Set([0, 1, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 52, -(2 ** 32)].map(first)).size).toBe(7);
    expect(first(7)).toBe(first(7));
    expect(() => first(0.5)).toThrow(RangeError);
    expect(() => first(2 ** 53)).toThrow(RangeError);
  });

  it('are a matter of the task alone: neither more runs nor other tasks change a run', () => {
    const finishes = (count: number, runs: number) => {
      const others = Array.from({ length: count }, (): Triple => [0, 1, 2]);
      const input = scheduleOf([...triples, ...others], edges, { runs, milestones: [[1, 3]] });
      return runSchedule(input).outcome.finish[0] ?? new Float64Array(0);
    };
    const few = finishes(0, 700);
    expect(finishes(0, 1_000).subarray(0, 700)).toEqual(few);
    expect(finishes(40_000, 40)).toEqual(few.subarray(0, 40));
  });

  it('make a change show as what it adds, in every run', () => {
    const { slip, before, after } = compare(scheduleOf(triples, [[1, 0], [2, 1], [3, 2]]), { efforts: effortsOf([...triples.slice(0, 3), [5, 5, 10]]) }); // prettier-ignore
    expect(slip.overall).toHaveLength(500);
    slip.overall.forEach((days) => expect(days).toBeCloseTo(2, 9));
    expect((after.overall[250] ?? 0) - (before.overall[250] ?? 0)).toBeCloseTo(2, 9);
  });

  it('take in tasks that the change adds', () => {
    const { slip } = compare(scheduleOf([fixed(3)]), scheduleOf([fixed(3), fixed(4)], [[1, 0]]));
    expect(new Set(slip.overall)).toEqual(new Set([4]));
  });
});

describe('capacity', () => {
  it('holds back what the team cannot do at once, milestone by milestone', () => {
    const milestones = [[0], [1], [2]];
    const { finish, overall } = simulate(scheduleOf([fixed(4), fixed(6), fixed(1), fixed(9)], [], { milestones, capacityPerDay: 2 })); // prettier-ignore
    expect(finish.map((runs) => runs[0])).toEqual([4, 6, 5.5]);
    expect(overall[0]).toBe(10);
    const half = simulate(scheduleOf([fixed(4), fixed(6)], [], { milestones: [[0], [1], []], capacityPerDay: 0.5 }));
    expect(half.finish.map((runs) => runs[0])).toEqual([8, 20, 0]);
  });

  it('counts the work that a milestone needs through others, once and with the first that needs it', () => {
    const milestones = [[2], [1]];
    const { finish } = simulate(scheduleOf([fixed(4), fixed(2), fixed(3)], [[2, 0], [1, 0]], { milestones, capacityPerDay: 0.5 })); // prettier-ignore
    expect(finish.map((runs) => runs[0])).toEqual([14, 18]);
  });

  it('is a bound that a team meets at best and never misses by more than Graham allows', () => {
    fc.assert(
      fc.property(project(), fc.integer({ min: 1, max: 4 }), ({ triples, edges }, people) => {
        const efforts = triples.map(([, likely]) => likely);
        const input = scheduleOf(efforts.map(fixed), edges, { runs: 1, capacityPerDay: people });
        const [bound = NaN] = simulate(input).overall;
        const real = listScheduled(efforts, edges, people);
        expect(real).toBeGreaterThanOrEqual(bound - 1e-9);
        expect(real).toBeLessThanOrEqual(bound * (2 - 1 / people) + 1e-9);
      }),
    );
  });

  it.each([0, -1, NaN])('of %p is said and not applied', (capacityPerDay) => {
    const { overall, capacityIgnored } = simulate(scheduleOf([fixed(4), fixed(6)], [], { capacityPerDay }));
    expect(new Set(overall)).toEqual(new Set([6]));
    expect(capacityIgnored).toBe(true);
    expect(simulate(scheduleOf([fixed(4)])).capacityIgnored).toBe(false);
    expect(simulate(scheduleOf([fixed(4)], [], { capacityPerDay: 3 })).capacityIgnored).toBe(false);
  });
});

describe('bad input', () => {
  it('is repaired and counted, and no finish is other than a number', () => {
    const broken: Triple[] = [[-3, NaN, 4], [NaN, NaN, NaN], [9, 1, Infinity], [1, 2, 3]]; // prettier-ignore
    const { overall, repaired } = simulate(scheduleOf(broken, [[1, 0], [0, 1]])); // prettier-ignore
    expect(repaired).toBe(3);
    expect(overall.every((finish) => Number.isFinite(finish) && finish >= 0)).toBe(true);
  });

  it('has nothing to do without tasks, and no chance of a date that has passed', () => {
    const { finish, overall, cycles } = simulate(scheduleOf([], [], { milestones: [[]], runs: 3, capacityPerDay: 1 }));
    expect([...overall, ...(finish[0] ?? [])]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(cycles).toEqual([]);
    expect(chanceBy(simulate(scheduleOf([[1, 2, 3]])).overall, -4)).toBe(0);
  });

  it.each([
    ['a milestone of a task that is not there', { milestones: [[1]] }],
    ['no runs', { runs: 0 }],
    ['half a run', { runs: 1.5 }],
  ])('refuses %s', (_, rest) => {
    expect(() => simulate(scheduleOf([[1, 2, 3]], [], rest))).toThrow(RangeError);
  });
});
