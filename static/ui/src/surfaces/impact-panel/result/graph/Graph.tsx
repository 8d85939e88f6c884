import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import Button from '@atlaskit/button/new';
import { BANDS } from '../../../../../../../src/contract/changeVocabulary';
import type { ScopeResult } from '../../../../../../../src/contract/impact';
import { openIssue } from '../../../../lib/bridge';
import { usePage } from '../../../../lib/Page';
import { IssueLine } from '../../../../components/IssueLine';
import { PathWords } from '../scope/PathWords';
import './graph.css';
import { crossLinks, graphNodes, hubOf, type GraphNode } from './graphModel';
import { GraphEdges } from './GraphEdges';
import { GraphNodeShape, nodeElementId } from './GraphNodeShape';
import { layOut, type GraphLayout, type PlacedNode } from './layout';
import { useZoom, type Zoom } from './useZoom';

function Toolbar({ zoom }: { readonly zoom: Zoom }) {
  const { t } = usePage();
  return (
    <div className="graph-tools" role="group" aria-label={t('impact.graph.tools')}>
      <Button spacing="compact" aria-label={t('impact.graph.in')} onClick={() => zoom.by(1.3)}>
        +
      </Button>
      <Button spacing="compact" aria-label={t('impact.graph.out')} onClick={() => zoom.by(1 / 1.3)}>
        −
      </Button>
      <Button spacing="compact" onClick={zoom.reset}>
        {t('impact.graph.reset')}
      </Button>
    </div>
  );
}

/** What the marks of the boxes mean, of those that are drawn. */
function Legend({ nodes }: { readonly nodes: readonly GraphNode[] }) {
  const { t } = usePage();
  const bands = BANDS.filter((band) => nodes.some(({ kind }) => kind === band));
  const hasRework = nodes.some(({ row }) => row?.isRework === true);
  return (
    <ul className="graph-legend small" aria-label={t('impact.graph.legend')}>
      {bands.map((band) => (
        <li key={band}>
          <span className={`graph-swatch graph-swatch-${band}`} />
          {t(`impact.band.${band}`)}
        </li>
      ))}
      {hasRework ? <li className="graph-legend-rework">{t('impact.scope.reworkMark')}</li> : null}
    </ul>
  );
}

interface ChosenProps {
  readonly node: GraphNode | undefined;
  readonly unfolded: boolean;
  readonly onFold: (hubId: string) => void;
}

function Chosen({ node, unfolded, onFold }: ChosenProps) {
  const { t } = usePage();
  if (node?.issue === undefined || node.issue === null) return null;
  return (
    <div className="graph-chosen">
      <ul className="issue-lines">
        <IssueLine issue={node.issue}>
          {node.isHub ? (
            <Button appearance="subtle" spacing="compact" onClick={() => onFold(node.id)}>
              {t(unfolded ? 'impact.graph.fold' : 'impact.graph.unfold')}
            </Button>
          ) : null}
        </IssueLine>
      </ul>
      {node.row === null ? null : <PathWords path={node.row.path} />}
    </div>
  );
}

/** As high as the graph at its first size, within what a screen shows at once. */
function heightOf({ height }: GraphLayout, scale: number): number {
  return Math.min(520, Math.max(120, Math.ceil(height * scale) + 8));
}

/** Where an arrow key leads from a node; undefined when nowhere. */
function neighbour(key: string, at: PlacedNode, placed: readonly PlacedNode[]): string | undefined {
  const index = placed.indexOf(at);
  switch (key) {
    case 'ArrowRight':
      return at.childIds[0];
    case 'ArrowLeft':
      return at.parentId ?? undefined;
    case 'ArrowDown':
      return placed[index + 1]?.node.id;
    case 'ArrowUp':
      return placed[index - 1]?.node.id;
    case 'Home':
      return placed[0]?.node.id;
    case 'End':
      return placed.at(-1)?.node.id;
    default:
      return undefined;
  }
}

/** The affected issues as a tree of best paths, with other links between them; the list says the same. */
export function Graph({ scope }: { readonly scope: ScopeResult }) {
  const { t } = usePage();
  const svg = useRef<SVGSVGElement>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const nodes = useMemo(() => graphNodes(scope, unfolded), [scope, unfolded]);
  const layout = useMemo(() => layOut(nodes), [nodes]);
  const zoom = useZoom(svg, layout);
  const { placed } = layout;
  const current = placed.find(({ node }) => node.id === active);

  function fold(hubId: string): void {
    const next = new Set(unfolded);
    if (!next.delete(hubId)) next.add(hubId);
    setUnfolded(next);
    setActive(hubId);
  }

  /** Folding from within the graph takes the node away that has the focus: the hub gets it. */
  function foldAt(hubId: string): void {
    flushSync(() => fold(hubId));
    document.getElementById(nodeElementId(hubId))?.focus();
  }

  function activate({ node }: PlacedNode): void {
    if (node.kind === 'folded') foldAt(hubOf(node.id));
    else setActive(node.id);
  }

  function onKeyDown(event: KeyboardEvent, at: PlacedNode): void {
    const target = neighbour(event.key, at, placed);
    if (target !== undefined) document.getElementById(nodeElementId(target))?.focus();
    else if (event.key === '+') zoom.by(1.3);
    else if (event.key === '-') zoom.by(1 / 1.3);
    else if (event.key === ' ' && at.node.isHub) foldAt(at.node.id);
    else if (event.key === 'Enter' && at.node.issue !== null) void openIssue(at.node.issue.key);
    else if (event.key === 'Enter' || event.key === ' ') activate(at);
    else return;
    event.preventDefault();
  }

  const { x, y, k } = zoom.transform;
  return (
    <div className="graph">
      <Toolbar zoom={zoom} />
      <svg ref={svg} className="graph-canvas" style={{ height: heightOf(layout, zoom.firstScale) }}>
        <g transform={`translate(${x} ${y}) scale(${k})`}>
          <GraphEdges placed={placed} cross={crossLinks(scope, nodes)} />
          <g role="tree" aria-label={t('impact.graph.label')}>
            {placed.map((each, index) => (
              <GraphNodeShape
                key={each.node.id}
                placed={each}
                active={current === undefined ? index === 0 : each === current}
                expanded={each.node.isHub ? unfolded.has(each.node.id) : undefined}
                onActivate={() => activate(each)}
                onFocus={() => {
                  setActive(each.node.id);
                  zoom.show(each);
                }}
                onKeyDown={(event) => onKeyDown(event, each)}
              />
            ))}
          </g>
        </g>
      </svg>
      <Legend nodes={nodes} />
      <Chosen node={current?.node} unfolded={active !== null && unfolded.has(active)} onFold={fold} />
      <p className="quiet small">{t('impact.graph.keys')}</p>
    </div>
  );
}
