import type { Case, Edge } from './support';

export interface Label {
  readonly confidence: number;
  readonly steps: number;
}

/** Goes over all edges again and again, until `improve` has nothing more to improve along any of them. */
function untilNothingImproves(edges: readonly Edge[], improve: (edge: Edge) => boolean): void {
  while (edges.filter(improve).length > 0);
}

/**
 * The search as one would write it without a thought for speed: first the confidences, each multiplied as the path goes,
 * then the fewest steps along edges that give exactly these. A node not reached has no label.
 *
 * @param through what is left after passing a node that is no start, by the number of edges that leave it and the strength
 *   of the one taken.
 */
export function searchNaively(
  { size, edges, starts }: Case,
  through: (degree: number, strength: number) => number = () => 1,
): readonly (Label | undefined)[] {
  const confidence = new Map(starts.map((start) => [start, 1]));
  const steps = new Map(starts.map((start) => [start, 0]));
  const degree = (node: number) => edges.filter(([from]) => from === node).length;
  const arriving = ([from, , strength]: Edge) => {
    const kept = starts.includes(from) ? strength : strength * through(degree(from), strength);
    return Math.max((confidence.get(from) ?? NaN) * kept, Number.MIN_VALUE);
  };
  untilNothingImproves(edges, (edge) => {
    const isBetter = arriving(edge) > (confidence.get(edge[1]) ?? 0);
    if (isBetter) confidence.set(edge[1], arriving(edge));
    return isBetter;
  });
  untilNothingImproves(edges, (edge) => {
    const [count, known] = [(steps.get(edge[0]) ?? Infinity) + 1, steps.get(edge[1]) ?? Infinity];
    const isBetter = count < known && arriving(edge) === confidence.get(edge[1]);
    if (isBetter) steps.set(edge[1], count);
    return isBetter;
  });
  return Array.from({ length: size }, (_, node) => {
    const value = confidence.get(node);
    return value === undefined ? undefined : { confidence: value, steps: steps.get(node) ?? Infinity };
  });
}
