import { passingThrough } from './damping';
import { Frontier } from './frontier';
import type { ImpactGraph } from './graph';

export interface SearchOptions {
  /** Whether confidence also falls with the distance and with the degree of hubs; otherwise it is the product alone. */
  readonly damping: boolean;
  /** What is less confident than this counts as not reached. */
  readonly floor?: number;
}

/** Where a change that begins at the starts arrives, by place in the order. */
export interface SearchResult {
  /** The nodes reached: the most confident first, of equal ones those with fewer steps, then by index; so starts lead. */
  readonly order: Int32Array;
  /** That of the best path, in (0, 1], 1 for a start. */
  readonly confidence: Float64Array;
  /** The row of the edge by which the best path arrives; -1 for starts. */
  readonly via: Int32Array;
  /** The place of the node before on the best path; -1 for starts. */
  readonly before: Int32Array;
}

/*
 * What belongs together lies in one line of the processor's cache, since a search of a large graph mostly waits for memory:
 * numbers of 64 and of 32 bits side by side, in views of one buffer.
 */

/** An edge: target and row in 32 bits each, strength in 64. */
const [EDGE_VALUES, EDGE_WORDS, STRENGTH, TARGET, ROW] = [2, 4, 1, 0, 1] as const;
/** A node's label: its confidence in 64 bits, all else in 32; all 0 until it is reached. */
const [LABEL_VALUES, LABEL_WORDS, CONFIDENCE] = [4, 8, 0] as const;
/** The node before on the best path, plus 1, and the row of the edge from there; how many edges the best path has. */
const [BEFORE, VIA, STEPS] = [2, 3, 4] as const;
/** The place in the order, plus 1, once the path is final. */
const PLACE = 5;

/** No product is less, so that whatever is reached stays apart from what is not. */
const LEAST = Number.MIN_VALUE;

/**
 * Finds how confidently each node is reached from any of the starts: strengths multiplied along the best path, in its
 * order. Of equally confident paths the one with fewer steps counts, then the one whose last edge has the lower row.
 *
 * Dijkstra's algorithm; multiplying by at most 1 never raises a floating-point number
 * and keeps the order of two, so the result is exactly the greatest of the rounded products.
 *
 * @throws RangeError for a start that is no node.
 */
export function searchImpact(graph: ImpactGraph, starts: readonly number[], options: SearchOptions): SearchResult {
  for (const start of starts) {
    if (!(start >= 0 && start < graph.size && Number.isInteger(start))) {
      throw new RangeError(`no node ${start} to start from`);
    }
  }
  const search = kept.get(graph) ?? new Search(graph);
  kept.set(graph, search);
  return search.from(starts, options);
}

/**
 * A graph's arrays are used again by the next search: to get them from the system takes longer than most searches do, and
 * a search then costs what it reaches, however large the graph.
 */
const kept = new WeakMap<ImpactGraph, Search>();

class Search {
  private readonly edgeValues: Float64Array;
  private readonly edgeWords: Int32Array;
  private readonly values: Float64Array;
  private readonly words: Int32Array;
  private readonly order: Int32Array;
  private readonly frontier = new Frontier();
  private settled = 0;

  constructor(private readonly graph: ImpactGraph) {
    const { size, targets, strengths, edges } = graph;
    this.edgeValues = new Float64Array(targets.length * EDGE_VALUES);
    this.edgeWords = new Int32Array(this.edgeValues.buffer);
    for (let at = 0; at < targets.length; at++) {
      this.edgeValues[at * EDGE_VALUES + STRENGTH] = strengths[at]!;
      this.edgeWords[at * EDGE_WORDS + TARGET] = targets[at]!;
      this.edgeWords[at * EDGE_WORDS + ROW] = edges[at]!;
    }
    this.values = new Float64Array(size * LABEL_VALUES);
    this.words = new Int32Array(this.values.buffer);
    this.order = new Int32Array(size);
  }

  from(starts: readonly number[], { damping, floor = 0 }: SearchOptions): SearchResult {
    const { values, words, frontier } = this;
    for (const start of starts) {
      if (values[start * LABEL_VALUES + CONFIDENCE] === 1) continue;
      values[start * LABEL_VALUES + CONFIDENCE] = 1;
      frontier.enter(start, 1, 0);
    }
    const lowest = Math.max(floor, LEAST);
    for (let node = frontier.take(); node >= 0; node = frontier.take()) {
      if (words[node * LABEL_WORDS + PLACE] === 0) this.settle(node, damping, lowest);
    }
    frontier.clear();
    return this.takeResult();
  }

  private settle(node: number, damping: boolean, lowest: number): void {
    const { edgeValues, edgeWords, values, words, frontier } = this;
    const { offsets } = this.graph;
    this.order[this.settled++] = node;
    words[node * LABEL_WORDS + PLACE] = this.settled;
    const first = offsets[node]!;
    const end = offsets[node + 1]!;
    const own = values[node * LABEL_VALUES + CONFIDENCE]!;
    const steps = words[node * LABEL_WORDS + STEPS]! + 1;
    const isPassed = damping && steps > 1;
    for (let at = first; at < end; at++) {
      const target = edgeWords[at * EDGE_WORDS + TARGET]!;
      const label = target * LABEL_WORDS;
      if (words[label + PLACE] !== 0) continue;
      const strength = edgeValues[at * EDGE_VALUES + STRENGTH]!;
      const passed = isPassed ? strength * passingThrough(end - first, strength) : strength;
      const reached = Math.max(own * passed, LEAST);
      const known = values[target * LABEL_VALUES + CONFIDENCE]!;
      if (reached < known || reached < lowest) continue;
      const row = edgeWords[at * EDGE_WORDS + ROW]!;
      const more = reached > known ? -1 : steps - words[label + STEPS]!;
      if (more > 0 || (more === 0 && row > words[label + VIA]!)) continue;
      words[label + BEFORE] = node + 1;
      words[label + VIA] = row;
      if (more === 0) continue;
      values[target * LABEL_VALUES + CONFIDENCE] = reached;
      words[label + STEPS] = steps;
      frontier.enter(target, reached, steps);
    }
  }

  /** Nodes with the same confidence and as many steps have come in any order. */
  private sortEquals(order: Int32Array): void {
    const { values, words } = this;
    const differ = (one: number, other: number) =>
      values[one * LABEL_VALUES + CONFIDENCE] !== values[other * LABEL_VALUES + CONFIDENCE] ||
      words[one * LABEL_WORDS + STEPS] !== words[other * LABEL_WORDS + STEPS];
    for (let first = 0, place = 1; place <= order.length; place++) {
      if (place < order.length && !differ(order[first]!, order[place]!)) continue;
      if (place - first > 1) sortPart(order, first, place);
      first = place;
    }
    for (let place = 0; place < order.length; place++) words[order[place]! * LABEL_WORDS + PLACE] = place + 1;
  }

  /** The result by place, and the labels as they were before. */
  private takeResult(): SearchResult {
    const { values, words } = this;
    const order = this.order.slice(0, this.settled);
    this.sortEquals(order);
    const confidence = new Float64Array(order.length);
    const via = new Int32Array(order.length);
    const before = new Int32Array(order.length);
    for (let place = 0; place < order.length; place++) {
      const node = order[place]!;
      const previous = words[node * LABEL_WORDS + BEFORE]! - 1;
      confidence[place] = values[node * LABEL_VALUES + CONFIDENCE]!;
      via[place] = previous < 0 ? -1 : words[node * LABEL_WORDS + VIA]!;
      before[place] = previous < 0 ? -1 : words[previous * LABEL_WORDS + PLACE]! - 1;
    }
    for (const node of order) {
      values[node * LABEL_VALUES + CONFIDENCE] = 0;
      words[node * LABEL_WORDS + BEFORE] = 0;
      words[node * LABEL_WORDS + STEPS] = 0;
      words[node * LABEL_WORDS + PLACE] = 0;
    }
    this.settled = 0;
    return { order, confidence, via, before };
  }
}

/** To sort a few numbers takes less time than to call for it. */
const FEW = 24;

function sortPart(values: Int32Array, from: number, to: number): void {
  if (to - from > FEW) {
    values.subarray(from, to).sort();
    return;
  }
  for (let next = from + 1; next < to; next++) {
    const value = values[next]!;
    let place = next;
    for (; place > from && values[place - 1]! > value; place--) values[place] = values[place - 1]!;
    values[place] = value;
  }
}

/** The rows of the edges on the best path to the node at a place of the order, from its start on; empty for a start. */
export function pathTo({ via, before }: Pick<SearchResult, 'via' | 'before'>, place: number): readonly number[] {
  const path: number[] = [];
  for (let at = place; (before[at] ?? -1) >= 0; at = before[at] ?? -1) path.push(via[at] ?? -1);
  return path.reverse();
}
