/** Who points at whom, in compressed rows: the targets of `node` are `targets[offsets[node] … offsets[node + 1] - 1]`. */
export interface Rows {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** A list of indexes. */
export type Indexes = Int32Array | readonly number[];

export interface Components {
  /** The component of each node, numbered so that whatever a component points at has a smaller number. */
  readonly of: Int32Array;
  readonly count: number;
}

/** Puts edges into rows, in their own order within a row. */
export function rowsOf(size: number, from: Indexes, to: Indexes): Rows {
  const offsets = new Int32Array(size + 1);
  for (const node of from) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1;
  for (let node = 0; node < size; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const free = offsets.slice(0, size);
  const targets = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge += 1) {
    const node = from[edge] ?? 0;
    const place = free[node] ?? 0;
    targets[place] = to[edge] ?? 0;
    free[node] = place + 1;
  }
  return { size, offsets, targets };
}

/** Tarjan's search without recursion, so that a chain of 50,000 nodes needs no deep stack. */
class Search {
  readonly of: Int32Array;
  count = 0;
  /** Number by order of discovery, 0 for a node not seen yet. */
  private readonly found: Int32Array;
  /** The earliest node, by number, that can be reached and has no component yet. */
  private readonly lowest: Int32Array;
  private readonly next: Int32Array;
  private readonly path: Int32Array;
  private readonly open: Int32Array;
  private depth = 0;
  private waiting = 0;
  private seen = 0;

  constructor(private readonly rows: Rows) {
    const { size } = rows;
    this.of = new Int32Array(size).fill(-1);
    this.found = new Int32Array(size);
    this.lowest = new Int32Array(size);
    this.next = rows.offsets.slice(0, size);
    this.path = new Int32Array(size);
    this.open = new Int32Array(size);
  }

  run(): Components {
    for (let node = 0; node < this.rows.size; node += 1) {
      if (this.found[node] !== 0) continue;
      this.enter(node);
      while (this.depth > 0) this.step(this.path[this.depth - 1] ?? 0);
    }
    return { of: this.of, count: this.count };
  }

  private enter(node: number): void {
    this.seen += 1;
    this.found[node] = this.seen;
    this.lowest[node] = this.seen;
    this.path[this.depth] = node;
    this.depth += 1;
    this.open[this.waiting] = node;
    this.waiting += 1;
  }

  private step(node: number): void {
    const place = this.next[node] ?? 0;
    if (place === this.rows.offsets[node + 1]) {
      this.leave(node);
      return;
    }
    this.next[node] = place + 1;
    const target = this.rows.targets[place] ?? 0;
    if (this.found[target] === 0) this.enter(target);
    else if (this.of[target] === -1) this.lower(node, this.found[target] ?? 0);
  }

  private leave(node: number): void {
    this.depth -= 1;
    const lowest = this.lowest[node] ?? 0;
    if (lowest === this.found[node]) {
      let member: number;
      do {
        this.waiting -= 1;
        member = this.open[this.waiting] ?? node;
        this.of[member] = this.count;
      } while (member !== node);
      this.count += 1;
    }
    if (this.depth > 0) this.lower(this.path[this.depth - 1] ?? 0, lowest);
  }

  private lower(node: number, number: number): void {
    if (number < (this.lowest[node] ?? 0)) this.lowest[node] = number;
  }
}

/** The strongly connected components: nodes that reach each other are of one component. */
export function componentsOf(rows: Rows): Components {
  return new Search(rows).run();
}
