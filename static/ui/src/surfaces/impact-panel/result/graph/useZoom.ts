import { useEffect, useRef, useState, type RefObject } from 'react';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { NODE, type GraphLayout, type PlacedNode } from './layout';

const RANGE: [number, number] = [0.25, 2];
/** Below this the words cannot be read any more: a wide graph starts so large and is moved instead. */
const READABLE = 0.7;
const MARGIN = 24;

export interface Zoom {
  readonly transform: { readonly x: number; readonly y: number; readonly k: number };
  /** How large the graph was at first. */
  readonly firstScale: number;
  readonly by: (factor: number) => void;
  /** As it was at first. */
  readonly reset: () => void;
  /** Moves a node that lies outside into view. */
  readonly show: (node: PlacedNode) => void;
}

function startScale(width: number, layout: GraphLayout): number {
  return Math.min(1, Math.max(READABLE, width / layout.width));
}

/** How far a graph that is higher than its window is moved, so that what would change lies in its middle at first. */
function startShift(height: number, { placed, height: whole }: GraphLayout): number {
  const start = placed[0];
  if (start === undefined || whole <= height) return 0;
  return Math.max(height - whole, Math.min(0, (height - NODE.height) / 2 - start.y));
}

/**
 * Moving and zooming by mouse, touch and buttons. A wheel zooms only with Ctrl or Command: without, it scrolls the page
 * as everywhere else.
 */
export function useZoom(svg: RefObject<SVGSVGElement>, layout: GraphLayout): Zoom {
  const [transform, setTransform] = useState({ x: 0, y: 0, k: 1 });
  const [firstScale, setFirstScale] = useState(1);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>();

  useEffect(() => {
    const element = svg.current;
    if (element === null) return undefined;
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent(RANGE)
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        return !(event instanceof MouseEvent) || event.button === 0;
      })
      .on('zoom', ({ transform: { x, y, k } }: { readonly transform: { x: number; y: number; k: number } }) =>
        setTransform({ x, y, k }),
      );
    behaviour.current = zooming;
    const selection = select(element);
    selection.call(zooming).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
    };
  }, [svg]);

  function reset(): void {
    if (svg.current === null) return;
    const k = startScale(svg.current.clientWidth, layout);
    setFirstScale(k);
    const down = startShift(svg.current.clientHeight / k, layout);
    behaviour.current?.transform(select(svg.current), zoomIdentity.scale(k).translate(0, down));
  }
  // A graph that has been folded or unfolded keeps its place; a new one starts anew.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) reset();
    first.current = false;
  });

  return {
    transform,
    firstScale,
    reset,
    by: (factor) => {
      if (svg.current !== null) behaviour.current?.scaleBy(select(svg.current), factor);
    },
    show: ({ x, y }) => {
      const element = svg.current;
      if (element === null) return;
      const { k } = transform;
      const [left, top] = [x * k + transform.x, y * k + transform.y];
      const [width, height] = [NODE.width * k, NODE.height * k];
      const isInside =
        left >= 0 && top >= 0 && left + width <= element.clientWidth && top + height <= element.clientHeight;
      if (isInside) return;
      const moved = zoomIdentity.translate(MARGIN - x * k, Math.max(MARGIN, element.clientHeight / 2) - y * k).scale(k);
      behaviour.current?.transform(select(element), moved);
    },
  };
}
