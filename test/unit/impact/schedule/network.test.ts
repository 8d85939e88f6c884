import fc from 'fast-check';
import { buildNetwork, rowOf } from '../../../../src/domain/impact/schedule/network';
import { componentsOf, rowsOf } from '../../../../src/domain/impact/schedule/scc';
import type { Edge } from './support';

const SIZE = 8;
const edges = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 24 });

function networkOf(size: number, all: readonly Edge[]) {
  return buildNetwork(size, { task: all.map(([task]) => task), predecessor: all.map(([, earlier]) => earlier) });
}

/** Who reaches whom over at least one edge, by trying every detour. */
function reachability(all: readonly Edge[]): readonly boolean[][] {
  const reach = Array.from({ length: SIZE }, (_, a) =>
    Array.from({ length: SIZE }, (__, b) => all.some(([from, to]) => from === a && to === b)),
  );
  for (let over = 0; over < SIZE; over += 1)
    for (const row of reach)
      if (row[over] === true) reach[over]?.forEach((reaches, to) => (row[to] = row[to] === true || reaches));
  return reach;
}

describe('strongly connected components', () => {
  it('hold exactly the nodes that reach each other', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const rows = rowsOf(SIZE, all.map(([from]) => from), all.map(([, to]) => to)); // prettier-ignore
        const { of } = componentsOf(rows);
        const reach = reachability(all);
        for (let a = 0; a < SIZE; a += 1)
          for (let b = 0; b < SIZE; b += 1) {
            const together = a === b || (reach[a]?.[b] === true && reach[b]?.[a] === true);
            expect(of[a] === of[b]).toBe(together);
          }
      }),
    );
  });

  it('need no deep stack', () => {
    const size = 50_000;
    const chain = Array.from({ length: size - 1 }, (_, task): Edge => [task, task + 1]);
    const { before, cycles } = networkOf(size, chain);
    expect(before.size).toBe(size);
    expect(cycles).toEqual([]);
    expect(networkOf(size, [...chain, [size - 1, 0]]).cycles).toEqual([Array.from({ length: size }, (_, i) => i)]);
  });
});

describe('the network', () => {
  it('has every step behind those it waits for, and loses or invents no dependency', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const { before, stepOf, members } = networkOf(SIZE, all);
        const kept = new Set<string>();
        for (let step = 0; step < before.size; step += 1)
          for (const earlier of rowOf(before, step)) {
            expect(earlier).toBeLessThan(step);
            kept.add(`${step} ${earlier}`);
          }
        const between = all.map(([task, earlier]) => [stepOf[task], stepOf[earlier]]).filter(([a, b]) => a !== b);
        expect(kept).toEqual(new Set(between.map((pair) => pair.join(' '))));
        expect(before.targets).toHaveLength(kept.size);
        expect([...members.targets].sort((a, b) => a - b)).toEqual(Array.from({ length: SIZE }, (_, task) => task));
      }),
    );
  });

  it('names the cycles', () => {
    expect(networkOf(6, [[4, 5], [5, 4], [1, 2], [2, 3], [3, 1], [0, 1], [0, 0]]).cycles).toEqual([[0], [1, 2, 3], [4, 5]]); // prettier-ignore
    expect(networkOf(3, [[0, 1], [0, 2], [1, 2]]).cycles).toEqual([]); // prettier-ignore
  });

  it.each([-1, 3, 0.5, NaN])('refuses a dependency on task %p of three', (task) => {
    expect(() => networkOf(3, [[0, task]])).toThrow(RangeError);
    expect(() => networkOf(3, [[task, 0]])).toThrow(RangeError);
  });
});
