import type { Band } from '../../../../../../../src/contract/changeVocabulary';
import type { ImpactRow, ScopeResult } from '../../../../../../../src/contract/impact';
import type { IssueLabel } from '../../../../../../../src/contract/issues';

/** How many children of a node are drawn before the rest is folded into one. */
const HUB = 8;

export interface GraphNode {
  /** The issue's id, or for what is folded that of the hub with a plus before it. */
  readonly id: string;
  /** Null for the invisible top above several starts. */
  readonly parentId: string | null;
  readonly issue: IssueLabel | null;
  readonly row: ImpactRow | null;
  readonly kind: 'top' | 'start' | Band | 'folded';
  /** With `folded`: how many issues it stands for, those behind them included. */
  readonly folded: number;
  /** What led here: null words for a parent or child, or where nothing is known. */
  readonly words: string | null;
  /** Whether its children could be folded. */
  readonly isHub: boolean;
}

export const TOP = 'top';
const foldedId = (hubId: string): string => `+${hubId}`;
/** The hub whose children a folded node stands for. */
export function hubOf(nodeId: string): string {
  return nodeId.slice(1);
}

/** The nearest issue before the row on its path that is drawn too. */
function parentOf(row: ImpactRow, drawn: ReadonlySet<string>, fallback: string): string {
  const before = row.path.slice(0, -1).toReversed();
  return before.find(({ issue }) => issue !== null && drawn.has(issue.id))?.issue?.id ?? fallback;
}

function childrenByParent(scope: ScopeResult): ReadonlyMap<string, readonly ImpactRow[]> {
  const rows = scope.rows.filter(({ verdict }) => verdict !== 'exclude');
  const drawn = new Set([...scope.starts.map(({ id }) => id), ...rows.map(({ issue }) => issue.id)]);
  const children = new Map<string, ImpactRow[]>();
  for (const row of rows) {
    const parent = parentOf(row, drawn, scope.starts[0]?.id ?? TOP);
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  return children;
}

/**
 * The tree of best paths: every affected issue under the one it is reached from, hubs folded unless they are in
 * `unfolded`. The first node is the invisible top.
 */
export function graphNodes(scope: ScopeResult, unfolded: ReadonlySet<string>): readonly GraphNode[] {
  const children = childrenByParent(scope);
  const below = (id: string): number =>
    (children.get(id) ?? []).reduce((count, { issue }) => count + 1 + below(issue.id), 0);
  const base = { row: null, folded: 0, words: null };
  const nodes: GraphNode[] = [{ ...base, id: TOP, parentId: null, issue: null, kind: 'top', isHub: false }];

  function addChildren(id: string): void {
    const rows = children.get(id) ?? [];
    const shown = rows.length > HUB && !unfolded.has(id) ? rows.slice(0, HUB - 1) : rows;
    for (const row of shown) {
      const words = row.path.at(-1)?.words ?? null;
      const isHub = (children.get(row.issue.id)?.length ?? 0) > HUB;
      nodes.push({ id: row.issue.id, parentId: id, issue: row.issue, row, kind: row.band, folded: 0, words, isHub });
      addChildren(row.issue.id);
    }
    const rest = rows.slice(shown.length);
    if (rest.length === 0) return;
    const folded = rest.reduce((count, { issue }) => count + 1 + below(issue.id), 0);
    nodes.push({ ...base, id: foldedId(id), parentId: id, issue: null, kind: 'folded', folded, isHub: false });
  }

  for (const issue of scope.starts) {
    const isHub = (children.get(issue.id)?.length ?? 0) > HUB;
    nodes.push({ ...base, id: issue.id, parentId: TOP, issue, kind: 'start', isHub });
    addChildren(issue.id);
  }
  if (scope.starts.length === 0) addChildren(TOP);
  return nodes;
}

/** Pairs of ids that are linked besides the tree, both ends drawn. */
export function crossLinks(scope: ScopeResult, nodes: readonly GraphNode[]): readonly (readonly [string, string])[] {
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  const idAt = (index: number): string | undefined =>
    index < 0 ? scope.starts[-1 - index]?.id : scope.rows[index]?.issue.id;
  return scope.edges.flatMap(({ from, to }) => {
    const [one, other] = [idAt(from), idAt(to)];
    if (one === undefined || other === undefined || !parents.has(one) || !parents.has(other)) return [];
    return parents.get(one) === other || parents.get(other) === one ? [] : [[one, other] as const];
  });
}
