import { DEFAULT_SETTINGS } from '../../src/domain/settings/defaults';
import type { JiraGraph, LinkKind } from './jiraGraph';

/** Rows for the search: two for each link, along it and back. */
export interface EdgeRows {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly strengths: Float64Array;
}

const TYPES: Readonly<Record<Exclude<LinkKind, 'parent'>, string>> = {
  relates: 'Relates',
  duplicates: 'Duplicate',
  dependsOn: 'Depends',
  blocks: 'Blocks',
  implements: 'Implements',
  tests: 'Tests',
};

/** How strongly a change travels along a kind of link and back, by the built-in settings. */
export function strengthsOf(kind: LinkKind): readonly [along: number, back: number] {
  const { links, parents } = DEFAULT_SETTINGS;
  if (kind === 'parent') return [parents.toChildren, parents.toParent];
  const rule = links.find(({ type }) => type === TYPES[kind]);
  if (rule === undefined) throw new Error(`no rule for ${kind}`);
  return [rule.alongOutward, rule.alongInward];
}

/** The links that both ends of are seen, as rows of edges in typed arrays. */
export function edgeRows({ links }: JiraGraph, rules: (kind: LinkKind) => readonly [number, number]): EdgeRows {
  const seen = links.filter(({ to }) => to >= 0);
  const rows = {
    from: new Int32Array(2 * seen.length),
    to: new Int32Array(2 * seen.length),
    strengths: new Float64Array(2 * seen.length),
  };
  seen.forEach(({ from, to, kind }, at) => {
    const [along, back] = rules(kind);
    rows.from.set([from, to], 2 * at);
    rows.to.set([to, from], 2 * at);
    rows.strengths.set([along, back], 2 * at);
  });
  return rows;
}
