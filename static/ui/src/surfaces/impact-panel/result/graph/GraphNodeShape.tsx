import type { KeyboardEvent } from 'react';
import type { Translate } from '../../../../lib/i18n';
import { usePage } from '../../../../lib/Page';
import type { GraphNode } from './graphModel';
import { NODE, type PlacedNode } from './layout';

interface GraphNodeShapeProps {
  readonly placed: PlacedNode;
  readonly active: boolean;
  readonly expanded: boolean | undefined;
  readonly onActivate: () => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Names the element of a node. */
export function nodeElementId(nodeId: string): string {
  return `graph-${nodeId}`;
}

/** Roughly as many letters as fit; a wide one counts for two. */
function shortened(text: string, room: number): string {
  let used = 0;
  const letters = Array.from(text);
  for (const [index, letter] of letters.entries()) {
    used += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 1.9 : 1;
    if (used > room) return `${letters.slice(0, index).join('').trimEnd()}…`;
  }
  return text;
}

/** What a node is, in a sentence. */
function nodeLabel(t: Translate, { kind, issue, row, folded }: GraphNode): string {
  if (kind === 'folded' || issue === null) return t('impact.graph.folded', { count: folded });
  const band = kind === 'start' ? t('impact.graph.start') : kind === 'top' ? '' : t(`impact.band.${kind}`);
  const rework = row?.isRework === true ? t('impact.scope.reworkMark') : '';
  return [issue.key, issue.summary, band, row?.status ?? '', rework].filter((part) => part !== '').join(', ');
}

/** A box with the key and the beginning of the summary. */
export function GraphNodeShape(props: GraphNodeShapeProps) {
  const { placed, active, expanded } = props;
  const { t } = usePage();
  const { node } = placed;
  const { kind, issue, folded, row } = node;
  return (
    <g
      id={nodeElementId(node.id)}
      role="treeitem"
      aria-label={nodeLabel(t, node)}
      aria-level={placed.level}
      aria-expanded={expanded}
      aria-selected={active}
      tabIndex={active ? 0 : -1}
      className={`node node-${kind}${row?.isRework === true ? ' node-rework' : ''}`}
      transform={`translate(${placed.x} ${placed.y})`}
      onClick={props.onActivate}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <rect width={NODE.width} height={NODE.height} rx="6" className="node-box" />
      <rect width="5" height={NODE.height - 12} x="4" y="6" rx="2.5" className="node-mark" />
      {issue === null ? (
        <text x="18" y="25" className="node-key">
          {t('impact.graph.folded', { count: folded })}
        </text>
      ) : (
        <>
          <text x="18" y="16" className="node-key">
            {issue.key}
          </text>
          <text x="18" y="32" className="node-summary">
            {shortened(issue.summary, 24)}
          </text>
        </>
      )}
    </g>
  );
}
