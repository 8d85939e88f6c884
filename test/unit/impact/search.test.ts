import fc from 'fast-check';
import { bandOf } from '../../../src/domain/impact/bands';
import { passingThrough } from '../../../src/domain/impact/damping';
import { pathTo, searchImpact } from '../../../src/domain/impact/search';
import type { SearchResult } from '../../../src/domain/impact/search';
import { searchNaively } from './reference';
import { cases, graphOf } from './support';
import type { Case } from './support';

/** The result by node instead of by place. */
interface Found {
  readonly order: Int32Array;
  readonly confidence: Float64Array;
  readonly via: Int32Array;
  readonly before: Int32Array;
  readonly paths: readonly (readonly number[])[];
}

function byNode(size: number, result: SearchResult): Found {
  const confidence = new Float64Array(size);
  const [via, before] = [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)];
  const paths: (readonly number[])[] = [];
  result.order.forEach((node, place) => {
    confidence[node] = result.confidence[place] ?? NaN;
    via[node] = result.via[place] ?? NaN;
    before[node] = result.order[result.before[place] ?? -1] ?? -1;
    paths[node] = pathTo(result, place);
  });
  return { order: result.order, confidence, via, before, paths };
}

function search({ size, edges, starts }: Case, damping = false, floor?: number): Found {
  const options = { damping, ...(floor === undefined ? {} : { floor }) };
  return byNode(size, searchImpact(graphOf(size, edges), starts, options));
}

const plain = { damping: false };
const through = (damping: boolean) => (damping ? passingThrough : () => 1);

describe('the impact search', () => {
  it('finds exactly what trying every edge until nothing improves finds', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), (given, damping) => {
        const labels = searchNaively(given, through(damping));
        const expected = Array.from({ length: given.size }, (_, node) => labels[node]?.confidence ?? 0);
        expect([...search(given, damping).confidence]).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds the same in large graphs, whose strengths are few or many, great or tiny', () => {
    const strengths = [
      fc.constantFrom(0.3, 0.5, 0.9),
      fc.double({ min: 0.9, max: 1, noNaN: true }),
      fc.double({ min: 1e-200, max: 1, noNaN: true }),
    ];
    const large = strengths.map((strength) => {
      const end = fc.nat({ max: 1_199 });
      const edges = fc.array(fc.tuple(end, end, strength), { minLength: 1_500, maxLength: 1_500, size: 'max' });
      return edges.map((some): Case => {
        const hub = Array.from({ length: 1_150 }, (_, at) => [0, at + 1, 0.9] as const);
        return {
          size: 1_200,
          edges: [...hub, ...some.map(([a, b, c]) => [a, b, Math.max(c, 1e-300)] as const)],
          starts: [0],
        };
      });
    });
    fc.assert(
      fc.property(fc.oneof(...large), fc.boolean(), (given, damping) => {
        const labels = searchNaively(given, through(damping));
        const expected = Array.from({ length: given.size }, (_, node) => labels[node]?.confidence ?? 0);
        expect([...search(given, damping).confidence]).toEqual(expected);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('explains each confidence by a path whose strengths, multiplied in its order, give it', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), (given, damping) => {
        const result = search(given, damping);
        for (const node of result.order) {
          let at = -1;
          let confidence = 1;
          for (const row of result.paths[node] ?? []) {
            const [from, to, strength] = given.edges[row] ?? [-1, -1, NaN];
            const degree = given.edges.filter(([source]) => source === from).length;
            if (at < 0) expect(given.starts).toContain(from);
            else expect(from).toBe(at);
            const kept = at < 0 ? strength : strength * through(damping)(degree, strength);
            confidence = Math.max(confidence * kept, Number.MIN_VALUE);
            at = to;
          }
          if (at < 0) expect(given.starts).toContain(node);
          else expect(at).toBe(node);
          expect(confidence).toBe(result.confidence[node]);
        }
      }),
    );
  });

  it('takes the fewest steps among equally confident paths, and then the edge of the lowest row', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const labels = searchNaively(given);
        const result = search(given);
        for (const node of result.order) {
          expect(result.paths[node]).toHaveLength(labels[node]?.steps ?? -1);
          const lowest = given.edges.findIndex(([from, to, strength]) => {
            const [label, goal] = [labels[from], labels[node]];
            if (to !== node || label === undefined || label.steps + 1 !== goal?.steps) return false;
            return Math.max(label.confidence * strength, Number.MIN_VALUE) === goal.confidence;
          });
          expect(result.via[node]).toBe(lowest);
        }
      }),
    );
  });

  it('orders the nodes reached by confidence, steps and index, the starts first', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const labels = searchNaively(given);
        const expected = [...labels.keys()]
          .filter((node) => labels[node] !== undefined)
          .sort((a, b) => {
            const [one, other] = [labels[a], labels[b]];
            if (one === undefined || other === undefined) return 0;
            return other.confidence - one.confidence || one.steps - other.steps || a - b;
          });
        expect([...search(given).order]).toEqual(expected);
      }),
    );
  });

  it('cuts off below the floor and nothing else', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), fc.constantFrom(0.05, 0.3, 0.6, 1), (given, damping, floor) => {
        const whole = search(given, damping);
        const cut = search(given, damping, floor);
        const kept = whole.order.filter((node) => (whole.confidence[node] ?? 0) >= floor);
        expect([...cut.order]).toEqual([...kept]);
        for (let node = 0; node < given.size; node++) {
          const isKept = kept.includes(node);
          expect(cut.confidence[node]).toBe(isKept ? whole.confidence[node] : 0);
          expect(cut.via[node]).toBe(isKept ? whole.via[node] : -1);
          expect(cut.before[node]).toBe(isKept ? whole.before[node] : -1);
        }
      }),
    );
  });

  it('gives the same whatever the order and the repetition of the starts', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const turned = { ...given, starts: [...given.starts.toReversed(), ...given.starts] };
        expect(search(turned)).toEqual(search(given));
      }),
    );
  });

  it('does not change when the same graph is searched in between', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (given, other) => {
        const graph = graphOf(given.size, given.edges);
        const first = searchImpact(graph, given.starts, plain);
        const kept = structuredClone(first);
        searchImpact(graph, [other % given.size], { damping: true, floor: 0.5 });
        expect(first).toEqual(kept);
        expect(searchImpact(graph, given.starts, plain)).toEqual(kept);
      }),
    );
  });

  it('is never raised by damping', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const [damped, undamped] = [search(given, true), search(given)];
        damped.confidence.forEach((value, node) => expect(value).toBeLessThanOrEqual(undamped.confidence[node] ?? -1));
      }),
    );
  });

  it('keeps apart what is reached by an immeasurably small product from what is not reached', () => {
    const chain = Array.from({ length: 400 }, (_, at) => [at, at + 1, 0.1] as const);
    const { confidence, order } = search({ size: 402, edges: chain, starts: [0] });
    expect(order).toHaveLength(401);
    expect(confidence[400]).toBe(Number.MIN_VALUE);
    expect(confidence[401]).toBe(0);
  });

  it('lets a hub take from what is merely related to it, and hardly from what depends on it', () => {
    const leaves = Array.from({ length: 200 }, (_, at) => [1, at + 10, 0.3] as const);
    const edges = [[0, 1, 0.8], [0, 2, 0.8], [1, 3, 0.9], [1, 4, 0.3], [2, 5, 0.9], [2, 6, 0.3], ...leaves] as const;
    const { confidence } = search({ size: 210, edges, starts: [0] }, true);
    const [, , , strongOfHub = 0, weakOfHub = 0, strong = 0, weak = 0] = confidence;
    expect(strong).toBeCloseTo(0.8 * 0.9 * 0.9, 12);
    expect(weak).toBeCloseTo(0.8 * 0.9 * 0.3, 12);
    expect(strongOfHub / strong).toBeGreaterThan(0.8);
    expect(weakOfHub / weak).toBeLessThan(0.15);
  });

  it('does not damp what the hub itself reaches when the hub is what changes', () => {
    const edges = Array.from({ length: 2_000 }, (_, at) => [0, at + 1, 0.9] as const);
    const { confidence, order } = search({ size: 2_001, edges, starts: [0] }, true);
    expect(order).toHaveLength(2_001);
    expect(new Set(confidence.subarray(1))).toEqual(new Set([0.9]));
  });

  it('refuses a start that is no node', () => {
    const graph = graphOf(2, [[0, 1, 1]]);
    for (const start of [-1, 2, 0.5, NaN]) {
      expect(() => searchImpact(graph, [start], plain)).toThrow(RangeError);
    }
    expect(searchImpact(graph, [], plain).order).toHaveLength(0);
  });
});

describe('damping', () => {
  const strength = fc.double({ min: 0, max: 1, noNaN: true });
  const degree = fc.integer({ min: 1, max: 100_000 });

  it('leaves less the more ways out and the weaker the link, and never more than there was', () => {
    fc.assert(
      fc.property(degree, degree, strength, strength, (one, other, first, second) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)];
        const [weak, strong] = [Math.min(first, second), Math.max(first, second)];
        expect(passingThrough(many, weak)).toBeLessThanOrEqual(passingThrough(few, weak) * (1 + 1e-12));
        expect(passingThrough(one, weak)).toBeLessThanOrEqual(passingThrough(one, strong));
        expect(passingThrough(one, strong)).toBeLessThan(1);
        expect(passingThrough(one, weak)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the bands', () => {
  it('follow one another from certain to not listed', () => {
    const bands = [1, 0.65, 0.649, 0.35, 0.349, 0.1, 0.099, 0].map(bandOf);
    expect(bands).toEqual(['certain', 'certain', 'likely', 'likely', 'possible', 'possible', null, null]);
  });

  it('list what strong links lead to over four steps', () => {
    const chain = Array.from({ length: 4 }, (_, at) => [at, at + 1, 0.8] as const);
    const { confidence } = search({ size: 5, edges: chain, starts: [0] }, true);
    expect(Array.from(confidence, bandOf)).toEqual(['certain', 'certain', 'likely', 'likely', 'possible']);
  });
});

describe('the graph', () => {
  it('groups the rows by the node they leave, in their order, without those of no strength', () => {
    const graph = graphOf(3, [
      [2, 0, 0.5],
      [0, 1, 0.2],
      [2, 2, 0],
      [2, 0, 0.7],
    ]);
    expect([...graph.offsets]).toEqual([0, 1, 1, 3]);
    expect([...graph.targets]).toEqual([1, 0, 0]);
    expect([...graph.strengths]).toEqual([0.2, 0.5, 0.7]);
    expect([...graph.edges]).toEqual([1, 0, 3]);
  });

  it.each([
    ['an end that is no node', [0, 2, 1]],
    ['a negative end', [-1, 0, 1]],
    ['half a node', [0.5, 0, 1]],
    ['a strength above 1', [0, 1, 1.01]],
    ['a negative strength', [0, 1, -0.1]],
    ['no strength', [0, 1, NaN]],
  ] as const)('refuses %s', (_, edge) => {
    expect(() => graphOf(2, [edge])).toThrow(RangeError);
  });
});
