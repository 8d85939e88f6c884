import fc from 'fast-check';
import { buildGraph } from '../../../src/domain/impact/graph';
import type { ImpactGraph } from '../../../src/domain/impact/graph';

export type Edge = readonly [from: number, to: number, strength: number];

export function graphOf(size: number, edges: readonly Edge[]): ImpactGraph {
  return buildGraph(
    size,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
    edges.map(([, , strength]) => strength),
  );
}

/** Strengths as projects have them, few and often equal, beside any others down to the least that doubles know. */
const strength = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(1, 0.9, 0.8, 0.6, 0.5, 0.3, 0.2) },
  { weight: 2, arbitrary: fc.double({ min: 1e-3, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true }) },
);

export interface Case {
  readonly size: number;
  readonly edges: readonly Edge[];
  readonly starts: readonly number[];
}

/** Small graphs with loops, doubles and cycles, searched from one or more starts that may repeat. */
export const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 24 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  return fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(node, node, strength), { maxLength: 3 * size }),
    starts: fc.array(node, { minLength: 1, maxLength: 4 }),
  });
});
