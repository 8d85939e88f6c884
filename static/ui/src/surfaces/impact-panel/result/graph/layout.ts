import { stratify, tree, type HierarchyPointNode } from 'd3-hierarchy';
import { TOP, type GraphNode } from './graphModel';

export const NODE = { width: 184, height: 40 };
const GAP = { across: 48, down: 10 };
const MARGIN = 12;

export interface PlacedNode {
  readonly node: GraphNode;
  /** The left upper corner. */
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly parentId: string | null;
  readonly childIds: readonly string[];
}

export interface GraphLayout {
  /** From top to bottom as they are read: every node before what it leads to. */
  readonly placed: readonly PlacedNode[];
  readonly width: number;
  readonly height: number;
}

function place(point: HierarchyPointNode<GraphNode>, top: number): PlacedNode {
  const { data, parent, children = [] } = point;
  return {
    node: data,
    x: MARGIN + (point.depth - 1) * (NODE.width + GAP.across),
    y: MARGIN + point.x - top,
    level: point.depth,
    parentId: parent === null || parent.data.id === TOP ? null : parent.data.id,
    childIds: children.map((child) => child.data.id),
  };
}

/** Puts the tree from left to right, each depth in a column of its own. */
export function layOut(nodes: readonly GraphNode[]): GraphLayout {
  const root = stratify<GraphNode>()([...nodes]);
  const laid = tree<GraphNode>()
    .nodeSize([NODE.height + GAP.down, 1])
    .separation(() => 1)(root);
  const points: HierarchyPointNode<GraphNode>[] = [];
  laid.eachBefore((point) => void points.push(point));
  const visible = points.filter(({ depth }) => depth > 0);
  const top = Math.min(...visible.map(({ x }) => x));
  const placed = visible.map((point) => place(point, top));
  return {
    placed,
    width: Math.max(...placed.map(({ x }) => x)) + NODE.width + MARGIN,
    height: Math.max(...placed.map(({ y }) => y)) + NODE.height + MARGIN,
  };
}
