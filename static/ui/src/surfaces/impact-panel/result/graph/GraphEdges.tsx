import { NODE, type PlacedNode } from './layout';

interface GraphEdgesProps {
  readonly placed: readonly PlacedNode[];
  /** Links besides the tree. */
  readonly cross: readonly (readonly [string, string])[];
}

/** From the right edge of one box to the left edge of the other, or around where they lie otherwise. */
function curve(from: PlacedNode, to: PlacedNode): string {
  const [x1, y1] = [from.x + NODE.width, from.y + NODE.height / 2];
  const [x2, y2] = [to.x, to.y + NODE.height / 2];
  if (x2 > x1) {
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  }
  const right = Math.max(x1, x2 + NODE.width);
  return `M${x1} ${y1}C${right + 40} ${y1} ${right + 40} ${y2} ${x2 + NODE.width} ${y2}`;
}

/** The lines of the graph, behind its boxes. */
export function GraphEdges({ placed, cross }: GraphEdgesProps) {
  const byId = new Map(placed.map((each) => [each.node.id, each]));
  return (
    <g aria-hidden="true">
      {cross.map(([one, other]) => {
        const [from, to] = [byId.get(one), byId.get(other)];
        if (from === undefined || to === undefined) return null;
        return <path key={`${one} ${other}`} className="edge edge-cross" d={curve(from, to)} />;
      })}
      {placed.map((each) => {
        const parent = each.parentId === null ? undefined : byId.get(each.parentId);
        return parent === undefined ? null : <path key={each.node.id} className="edge" d={curve(parent, each)} />;
      })}
    </g>
  );
}
