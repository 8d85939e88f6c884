import { NONE } from './facts';
import type { ImpactFacts } from './facts';
import { buildGraph } from './graph';
import type { Routes } from './routes';
import { pathTo, searchImpact } from './search';

/**
 * What is left of a change that came up from one child when it goes down to the others: what touches one story of an epic
 * seldom touches the next one, unless they are linked.
 */
const AMONG_SIBLINGS = 0.25;

/** An issue that a change reaches. */
export interface Reached {
  readonly issue: number;
  readonly confidence: number;
  /** The routes of the best path, from its start on; empty for a start. */
  readonly rows: readonly number[];
}

/** The second node of each parent, which its children lead to: -1 for an issue without children. */
function placesAbove({ issues }: ImpactFacts): { readonly above: Int32Array; readonly parents: readonly number[] } {
  const size = issues.parent.length;
  const above = new Int32Array(size).fill(-1);
  const parents: number[] = [];
  for (const parent of issues.parent) {
    if (parent === NONE || above[parent] !== -1) continue;
    above[parent] = size + parents.length;
    parents.push(parent);
  }
  return { above, parents };
}

/**
 * Where a change of the starts arrives, the most confident first, each issue once. A parent counts twice while searching:
 * as itself, and as reached from a child, since what comes from there hardly goes on to the other children.
 */
export function spread(
  facts: ImpactFacts,
  routes: Routes,
  starts: readonly number[],
  floor: number,
): readonly Reached[] {
  const { parent } = facts.issues;
  const { above, parents } = placesAbove(facts);
  const ways = { from: [] as number[], to: [] as number[], strength: [] as number[], row: [] as number[] };
  const add = (from: number, to: number, strength: number, row: number) => {
    ways.from.push(from);
    ways.to.push(to);
    ways.strength.push(strength);
    ways.row.push(row);
  };
  for (let row = 0; row < routes.from.length; row += 1) {
    const [from, to, strength] = [routes.from[row]!, routes.to[row]!, routes.strength[row]!];
    const isHierarchy = routes.link[row] === NONE;
    const target = isHierarchy && parent[from] === to ? above[to]! : to;
    add(from, target, strength, row);
    if (above[from] !== -1) {
      add(above[from]!, target, isHierarchy && target === to ? strength * AMONG_SIBLINGS : strength, row);
    }
  }
  const graph = buildGraph(parent.length + parents.length, ways.from, ways.to, ways.strength);
  const found = searchImpact(graph, starts, { damping: true, floor });
  const seen = new Set<number>();
  const reached: Reached[] = [];
  found.order.forEach((node, place) => {
    const issue = node < parent.length ? node : parents[node - parent.length]!;
    if (seen.has(issue)) return;
    seen.add(issue);
    const rows = pathTo(found, place).map((way) => ways.row[way]!);
    reached.push({ issue, confidence: found.confidence[place]!, rows });
  });
  return reached;
}
