import fc from 'fast-check';
import { quantile } from '../../../../src/domain/impact/schedule/quantile';
import { simulate } from '../../../../src/domain/impact/schedule/simulate';
import { waitingFor } from '../../../../src/domain/impact/schedule/waiting';
import { fixed, project, scheduleOf } from './support';
import type { Edge } from './support';

describe('waiting', () => {
  it('costs nothing up to the slack, then a day a day', () => {
    const input = scheduleOf([fixed(10), fixed(4), fixed(1)], [[2, 0], [2, 1]]); // prettier-ignore
    expect(waitingFor(input, [1])).toEqual([{ slipPerDay: 1, slack: 6 }]);
    expect(waitingFor(input, [0])).toEqual([{ slipPerDay: 1, slack: null }]);
  });

  it('does nothing to a milestone that needs none of what waits', () => {
    const input = scheduleOf([fixed(3), fixed(4), fixed(1)], [[2, 1]], { milestones: [[0], [2], []] }); // prettier-ignore
    const [first, second, empty, overall] = waitingFor(input, [1]);
    expect(first).toEqual({ slipPerDay: 0, slack: null });
    expect(second).toEqual({ slipPerDay: 1, slack: null });
    expect(empty).toEqual({ slipPerDay: 0, slack: null });
    expect(overall).toEqual({ slipPerDay: 1, slack: null });
    expect(waitingFor(input, [])).toEqual(Array.from({ length: 4 }, () => ({ slipPerDay: 0, slack: null })));
  });

  it('lets a team that is at its limit do the other work first', () => {
    const input = scheduleOf([fixed(10), fixed(10), fixed(10)], [], { capacityPerDay: 1 });
    expect(waitingFor(input, [2])).toEqual([{ slipPerDay: 1, slack: 20 }]);
  });

  it('is what a task that takes as long as the wait would do to the finish', () => {
    const wait = fc.nat(30);
    fc.assert(
      fc.property(project({ cycles: true }), fc.nat(), wait, ({ triples, edges }, which, days) => {
        const held = which % triples.length;
        const runs = 60;
        const [waiting] = waitingFor(scheduleOf(triples, edges, { runs }), [held]);
        const delayed: readonly Edge[] = [...edges, [held, triples.length]];
        const p80 = (count: number) =>
          quantile(simulate(scheduleOf([...triples, fixed(count)], delayed, { runs })).overall, 0.8);
        const now = p80(0);
        const slack = waiting?.slack ?? 0;
        expect(p80(Math.min(days, slack)) - now).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(p80(slack + 1) - now).toBeGreaterThan(0.5 - 1e-9);
        expect(waiting?.slipPerDay).toBeCloseTo((p80(slack + 10) - p80(slack)) / 10, 9);
      }),
    );
  });
});
