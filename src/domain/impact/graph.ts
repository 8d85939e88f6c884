/** Directed edges grouped by the node they leave: those of node `i` lie at `offsets[i]` to `offsets[i + 1]` exclusive. */
export interface ImpactGraph {
  readonly size: number;
  /** `size + 1` long. */
  readonly offsets: Int32Array;
  /** The node that each edge leads to. */
  readonly targets: Int32Array;
  /** In (0, 1]. */
  readonly strengths: Float64Array;
  /** The edge's index in the rows that the graph was built from. */
  readonly edges: Int32Array;
}

function checkRow(size: number, row: number, from?: number, to?: number, strength?: number): void {
  const isNode = (node?: number) => Number.isInteger(node) && node! >= 0 && node! < size;
  if (!isNode(from) || !isNode(to)) throw new RangeError(`edge ${row} joins ${from} and ${to}, of ${size} nodes`);
  if (!(strength! >= 0 && strength! <= 1)) throw new RangeError(`edge ${row} has the strength ${strength}`);
}

/**
 * Builds the graph of the nodes 0 to `size - 1` from rows: row `i` leads from `from[i]` to `to[i]`. A strength of 0 means
 * that nothing travels that way, so such a row is left out. The edges of a node keep the order of their rows; doubles
 * and loops may be among them.
 *
 * @throws RangeError for a row with an end that is no node, or a strength outside [0, 1].
 */
export function buildGraph(
  size: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  strengths: ArrayLike<number>,
): ImpactGraph {
  const rows = from.length;
  const offsets = new Int32Array(size + 1);
  for (let row = 0; row < rows; row++) {
    checkRow(size, row, from[row], to[row], strengths[row]);
    if (strengths[row]! > 0) offsets[from[row]! + 1]!++;
  }
  for (let node = 0; node < size; node++) offsets[node + 1]! += offsets[node]!;
  const count = offsets[size]!;
  const targets = new Int32Array(count);
  const kept = new Float64Array(count);
  const edges = new Int32Array(count);
  const next = offsets.slice(0, size);
  for (let row = 0; row < rows; row++) {
    if (strengths[row] === 0) continue;
    const place = next[from[row]!]!++;
    targets[place] = to[row]!;
    kept[place] = strengths[row]!;
    edges[place] = row;
  }
  return { size, offsets, targets, strengths: kept, edges };
}
