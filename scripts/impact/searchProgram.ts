import { z } from 'zod';
import { buildGraph } from '../../src/domain/impact/graph';
import { searchImpact } from '../../src/domain/impact/search';
import { measured } from '../support/measure';
import { BadInput, parseJson } from '../support/program';

const MOST_NODES = 10_000_000;

const node = z.int('is no number of a node').min(0, 'is no number of a node');
const strength = z
  .number('is no strength: a number above 0 and at most 1')
  .gt(0, 'is no strength: above 0 and at most 1')
  .max(1, 'is no strength: above 0 and at most 1');

const inputSchema = z.object(
  {
    nodes: z
      .int('is not the number of nodes')
      .min(0, 'is not the number of nodes')
      .max(MOST_NODES, 'is too many nodes'),
    edges: z.array(
      z.tuple([node, node, strength], 'is not an edge: [from, to, strength]'),
      'is not a list of edges, each [from, to, strength]',
    ),
    start: z.array(node, 'is not a list of nodes'),
    damping: z.boolean('is neither true nor false'),
  },
  'is not an object with nodes, edges, start and damping',
);

/** What the program prints: the nodes reached, the most confident first. */
export interface SearchAnswer {
  readonly confidence: readonly (readonly [node: number, value: number])[];
  readonly ms: number;
}

/**
 * Searches the graph that is written in a text of JSON.
 *
 * @throws BadInput when it is not the graph it should be.
 */
export function searchAnswer(text: string): SearchAnswer {
  const { nodes, edges, start, damping } = parseJson(text, inputSchema);
  edges.forEach(([from, to], at) => {
    if (from >= nodes) throw new BadInput(`edges[${at}][0]: ${from} is no node of ${nodes}, counted from 0.`);
    if (to >= nodes) throw new BadInput(`edges[${at}][1]: ${to} is no node of ${nodes}, counted from 0.`);
  });
  start.forEach((at, place) => {
    if (at >= nodes) throw new BadInput(`start[${place}]: ${at} is no node of ${nodes}, counted from 0.`);
  });
  const graph = buildGraph(
    nodes,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
    edges.map(([, , value]) => value),
  );
  const { result, ms } = measured(() => searchImpact(graph, start, { damping }));
  return { confidence: Array.from(result.order, (at, place) => [at, result.confidence[place] ?? 0] as const), ms };
}
