import { passingThrough } from './damping';
import type { ImpactGraph } from './graph';

export interface SearchOptions {
  /** Whether confidence also falls with the distance and with the degree of hubs; otherwise it is the product alone. */
  readonly damping: boolean;
  /** What is less confident than this counts as not reached. */
  readonly floor?: number;
}

/** Where a change that begins at the starts arrives, by node. */
export interface SearchResult {
  /** That of the best path, in (0, 1], 1 for a start; 0 where no path leads. */
  readonly confidence: Float64Array;
  /** The row of the edge by which the best path arrives; -1 for starts and nodes not reached. */
  readonly via: Int32Array;
  /** The node before on the best path; -1 for starts and nodes not reached. */
  readonly before: Int32Array;
  /** The nodes reached: the most confident first, of equal ones those with fewer steps, then by index; so starts lead. */
  readonly order: Int32Array;
}

/** No product is less, so that whatever is reached stays apart from what is not. */
const LEAST = Number.MIN_VALUE;

/**
 * Finds how confidently each node is reached from any of the starts: strengths multiplied along the best path, in its
 * order. Of equally confident paths the one with fewer steps counts, then the one whose last edge has the lower row.
 *
 * Dijkstra's algorithm with a heap of four children each; multiplying by at most 1 never raises a floating-point number
 * and keeps the order of two, so the result is exactly the greatest of the rounded products.
 *
 * @throws RangeError for a start that is no node.
 */
export function searchImpact(graph: ImpactGraph, starts: readonly number[], options: SearchOptions): SearchResult {
  return new Search(graph, options).from(starts);
}

class Search {
  readonly confidence: Float64Array;
  readonly via: Int32Array;
  readonly before: Int32Array;
  readonly steps: Int32Array;
  /** Where a node is in the heap, plus 1; 0 before it enters and -1 after it left. */
  readonly place: Int32Array;
  readonly heap: Int32Array;
  readonly order: Int32Array;
  readonly floor: number;
  waiting = 0;
  settled = 0;

  constructor(
    readonly graph: ImpactGraph,
    readonly options: SearchOptions,
  ) {
    const { size } = graph;
    this.floor = Math.max(options.floor ?? 0, LEAST);
    this.confidence = new Float64Array(size);
    this.via = new Int32Array(size).fill(-1);
    this.before = new Int32Array(size).fill(-1);
    this.steps = new Int32Array(size);
    this.place = new Int32Array(size);
    this.heap = new Int32Array(size);
    this.order = new Int32Array(size);
  }

  from(starts: readonly number[]): SearchResult {
    for (const start of starts) {
      if (!(start in this.confidence)) throw new RangeError(`no node ${start} to start from`);
      if (this.confidence[start] === 1) continue;
      this.confidence[start] = 1;
      this.rise(this.waiting++, start);
    }
    while (this.waiting > 0) this.settle(this.takeBest());
    const { confidence, via, before, order, settled } = this;
    return { confidence, via, before, order: order.slice(0, settled) };
  }

  private settle(node: number): void {
    const { offsets, targets, strengths } = this.graph;
    this.order[this.settled++] = node;
    this.place[node] = -1;
    const first = offsets[node]!;
    const end = offsets[node + 1]!;
    const confidence = this.confidence[node]!;
    const isPassed = this.options.damping && this.before[node]! >= 0;
    for (let at = first; at < end; at++) {
      const target = targets[at]!;
      if (this.place[target]! < 0) continue;
      const strength = strengths[at]!;
      const kept = isPassed ? strength * passingThrough(end - first, strength) : strength;
      const reached = Math.max(confidence * kept, LEAST);
      if (reached >= this.floor && this.isBetter(node, at, target, reached)) this.reach(node, at, target, reached);
    }
  }

  private isBetter(node: number, at: number, target: number, reached: number): boolean {
    const known = this.confidence[target]!;
    if (reached !== known) return reached > known;
    const fewer = this.steps[target]! - this.steps[node]! - 1;
    return fewer > 0 || (fewer === 0 && this.graph.edges[at]! < this.via[target]!);
  }

  private reach(node: number, at: number, target: number, reached: number): void {
    this.confidence[target] = reached;
    this.before[target] = node;
    this.via[target] = this.graph.edges[at]!;
    this.steps[target] = this.steps[node]! + 1;
    const place = this.place[target]!;
    this.rise(place > 0 ? place - 1 : this.waiting++, target);
  }

  private goesFirst(a: number, b: number): boolean {
    const difference = this.confidence[a]! - this.confidence[b]!;
    if (difference !== 0) return difference > 0;
    const steps = this.steps[a]! - this.steps[b]!;
    return steps === 0 ? a < b : steps < 0;
  }

  private put(at: number, node: number): void {
    this.heap[at] = node;
    this.place[node] = at + 1;
  }

  private rise(from: number, node: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 2;
      const other = this.heap[above]!;
      if (!this.goesFirst(node, other)) break;
      this.put(at, other);
      at = above;
    }
    this.put(at, node);
  }

  private takeBest(): number {
    const best = this.heap[0]!;
    const last = this.heap[--this.waiting]!;
    if (this.waiting > 0) this.sink(last);
    return best;
  }

  private sink(node: number): void {
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= this.waiting) break;
      let child = first;
      const end = Math.min(first + 4, this.waiting);
      for (let other = first + 1; other < end; other++) {
        if (this.goesFirst(this.heap[other]!, this.heap[child]!)) child = other;
      }
      const up = this.heap[child]!;
      if (!this.goesFirst(up, node)) break;
      this.put(at, up);
      at = child;
    }
    this.put(at, node);
  }
}

/** The rows of the edges on the best path to a node, from its start on; empty for a start. */
export function pathTo(result: Pick<SearchResult, 'via' | 'before'>, node: number): readonly number[] {
  const path: number[] = [];
  for (let at = node; (result.before[at] ?? -1) >= 0; at = result.before[at] ?? -1) path.push(result.via[at] ?? -1);
  return path.reverse();
}
