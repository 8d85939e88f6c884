import { randomOf } from '../../sandbox/random';

/** How the links of a real Jira lie, by the public Jiras that were measured. */
export interface JiraShape {
  readonly issues: number;
  readonly linksPerIssue: number;
  /** Links of one issue that everything seems to hang on; Jira allows 2,000. */
  readonly hub: number;
  readonly seed: number;
}

export const LINK_KINDS = ['relates', 'parent', 'duplicates', 'dependsOn', 'blocks', 'implements', 'tests'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** One link as Jira has it. */
export interface LinkRow {
  /** An issue; the parent in `parent`. */
  readonly from: number;
  /** An issue; -1 for one that cannot be seen, which happens. */
  readonly to: number;
  readonly kind: LinkKind;
}

export interface JiraGraph {
  readonly issues: number;
  readonly links: readonly LinkRow[];
  readonly isRequirement: Uint8Array;
}

const LINKED_SHARE = 0.5;
const GIANT_SHARE = 0.4;
const PAIR_SHARE = 0.63;
const STAR_SHARE = 0.63;
const CYCLE_SHARE = 0.19;
const UNSEEN_SHARE = 0.05;
const DOUBLE_SHARE = 0.02;
const HUB_RELATES_SHARE = 0.8;
const REQUIREMENT_SHARE = 0.3;

/** Links other than parents, by how often they are used. */
const MIX: readonly (readonly [LinkKind, number])[] = [
  ['relates', 0.52],
  ['duplicates', 0.24],
  ['dependsOn', 0.09],
  ['blocks', 0.09],
  ['implements', 0.04],
  ['tests', 0.02],
];

class Growing {
  readonly links: LinkRow[] = [];
  readonly random: () => number;
  /** Ends of links in the giant component, each as often as it is one: who has many gets more. */
  private readonly ends: number[] = [];

  constructor(readonly shape: JiraShape) {
    this.random = randomOf(shape.seed);
  }

  below(count: number): number {
    return Math.floor(this.random() * count);
  }

  shuffled(count: number): Int32Array {
    const all = Int32Array.from({ length: count }, (_, at) => at);
    for (let at = count - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [all[at], all[other]] = [all[other] ?? 0, all[at] ?? 0];
    }
    return all;
  }

  kind(): LinkKind {
    let left = this.random();
    return MIX.find(([, share]) => (left -= share) < 0)?.[0] ?? 'relates';
  }

  link(from: number, to: number, kind: LinkKind): void {
    if (from === to) return;
    this.links.push({ from, to, kind });
    if (this.random() < DOUBLE_SHARE) this.links.push({ from: to, to: from, kind: this.kind() });
  }

  /** A star of a parent and its children, or a tree of links; some with a cycle. */
  component(members: Int32Array): void {
    const [centre = 0, ...others] = members;
    const isStar = members.length > 2 && this.random() < STAR_SHARE;
    others.forEach((member, at) => {
      if (isStar) this.link(centre, member, 'parent');
      else this.link(members[this.below(at + 1)] ?? centre, member, this.kind());
    });
    const last = members.at(-1) ?? centre;
    if (members.length > 2 && this.random() < CYCLE_SHARE) this.link(last, members[1] ?? centre, this.kind());
  }

  glued(members: Int32Array): void {
    const member = members[this.below(members.length)] ?? 0;
    const other = this.ends[this.below(this.ends.length)];
    if (other !== undefined) {
      this.link(other, member, 'relates');
      this.ends.push(other);
    }
    this.ends.push(...members);
  }

  size(): number {
    return 3 + Math.floor(18 * this.random() ** 4);
  }
}

/** Cuts the issues into components: pairs and small ones, or pieces of the giant one. */
function cut(growing: Growing, issues: Int32Array, pairs: number, take: (piece: Int32Array) => void): void {
  for (let at = 0; at < issues.length;) {
    const size = growing.random() < pairs ? 2 : growing.size();
    take(issues.subarray(at, at + size));
    at += size;
  }
}

/**
 * A Jira of the given size: half of its issues have no link, most components are pairs or stars, a giant one is glued
 * together by "relates", one issue is a hub, some links are doubled or end where nobody sees. The same seed gives the same.
 */
export function growJiraGraph(shape: JiraShape): JiraGraph {
  const growing = new Growing(shape);
  const linked = growing.shuffled(shape.issues).subarray(0, shape.issues * LINKED_SHARE);
  const giant = linked.subarray(0, linked.length * GIANT_SHARE);
  cut(growing, giant, 0.3, (piece) => {
    growing.component(piece);
    growing.glued(piece);
  });
  cut(growing, linked.subarray(giant.length), PAIR_SHARE, (piece) => growing.component(piece));
  const hub = giant[0] ?? 0;
  for (let count = 0; count < shape.hub; count++) {
    const kind = growing.random() < HUB_RELATES_SHARE ? 'relates' : growing.kind();
    growing.link(hub, giant[growing.below(giant.length)] ?? 0, kind);
  }
  while (growing.links.length < shape.issues * shape.linksPerIssue) {
    const at = growing.below(giant.length);
    const near = Math.min(giant.length - 1, at + growing.below(40));
    growing.link(giant[at] ?? 0, giant[near] ?? 0, growing.kind());
  }
  const links = growing.links.map((link) => (growing.random() < UNSEEN_SHARE ? { ...link, to: -1 } : link));
  const isRequirement = Uint8Array.from({ length: shape.issues }, () => +(growing.random() < REQUIREMENT_SHARE));
  return { issues: shape.issues, links, isRequirement };
}

/** The sizes that projects have, from a small one to as many as fifty thousand issues in a site. */
export const SIZES: Readonly<Record<'S' | 'M' | 'L' | 'XL', JiraShape>> = {
  S: { issues: 200, linksPerIssue: 0.6, hub: 8, seed: 1 },
  M: { issues: 1_500, linksPerIssue: 0.6, hub: 60, seed: 2 },
  L: { issues: 10_000, linksPerIssue: 0.6, hub: 400, seed: 3 },
  XL: { issues: 50_000, linksPerIssue: 0.6, hub: 2_000, seed: 4 },
};
