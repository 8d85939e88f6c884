import { randomOf } from '../../sandbox/random';
import { growJiraGraph } from './jiraGraph';
import type { JiraGraph, JiraShape, LinkKind, LinkRow } from './jiraGraph';

/** How changes travel, and how what is recorded differs from it, as shares of the links that have a direction. */
export interface Nature {
  /** How often a change goes over a link on which it can travel. */
  readonly carried: number;
  /** Recorded as "relates" only. */
  readonly asRelates: number;
  /** Drawn the wrong way round. */
  readonly reversed: number;
  /** Drawn by nobody. */
  readonly missing: number;
  /** Of the Jira's own links: they have a direction, and yet nothing travels on them. */
  readonly wrong: number;
}

export const CLEAN: Nature = { carried: 1, asRelates: 0, reversed: 0, missing: 0, wrong: 0 };
/** One link in four is not what it seems. */
export const NOISY: Nature = { carried: 0.8, asRelates: 0.1, reversed: 0.03, missing: 0.02, wrong: 0.1 };

/** A Jira, and what changes in it really touch. */
export interface Planted {
  readonly graph: JiraGraph;
  readonly starts: readonly number[];
  /** What the change of each start touches, itself not among it. */
  readonly touched: readonly ReadonlySet<number>[];
}

const CHANGES = 200;
const STEPS = 4;
const TYPED: readonly LinkKind[] = ['dependsOn', 'blocks', 'implements', 'tests', 'parent'];

/** Whether a change travels against the link's direction; null where the kind has none. */
const TRAVELS_BACK: Readonly<Record<LinkKind, boolean | null>> = {
  parent: false,
  blocks: false,
  dependsOn: true,
  implements: true,
  tests: true,
  relates: null,
  duplicates: null,
};

/** Effects of the change of a start: up to four, each with up to two of its own, and these again. */
function plantedLinks(start: number, anyIssue: () => number, random: () => number): readonly LinkRow[] {
  const below = (count: number) => Math.floor(random() * count);
  const links: LinkRow[] = [];
  let causes = [start];
  for (const count of [() => 1 + below(4), () => below(3), () => below(3)]) {
    causes = causes.flatMap((cause) =>
      Array.from({ length: count() }, () => {
        const effect = anyIssue();
        const kind = TYPED[below(TYPED.length)] ?? 'blocks';
        const [from, to] = TRAVELS_BACK[kind] === true ? [effect, cause] : [cause, effect];
        links.push({ from, to, kind });
        return effect;
      }),
    );
  }
  return links;
}

function recorded(link: LinkRow, nature: Nature, random: () => number): readonly LinkRow[] {
  const drawn = random();
  if (drawn < nature.missing) return [];
  if (drawn < nature.missing + nature.asRelates) return [{ ...link, kind: 'relates' }];
  if (drawn < nature.missing + nature.asRelates + nature.reversed) return [{ ...link, from: link.to, to: link.from }];
  return [link];
}

function effectsOf(links: readonly LinkRow[]): ReadonlyMap<number, readonly number[]> {
  const effects = new Map<number, number[]>();
  for (const { from, to, kind } of links) {
    const [cause, effect] = TRAVELS_BACK[kind] === true ? [to, from] : [from, to];
    effects.set(cause, [...(effects.get(cause) ?? []), effect]);
  }
  return effects;
}

function touchedBy(
  start: number,
  effects: ReadonlyMap<number, readonly number[]>,
  carries: () => boolean,
): ReadonlySet<number> {
  const touched = new Set([start]);
  let causes = [start];
  for (let step = 0; step < STEPS; step++) {
    const reached = causes.flatMap((cause) => effects.get(cause) ?? []).filter(carries);
    causes = [...new Set(reached)].filter((effect) => !touched.has(effect));
    for (const effect of causes) touched.add(effect);
  }
  touched.delete(start);
  return touched;
}

/** Plants changes into a Jira of this shape: what they touch lies within four steps over links that have a direction. */
export function plantChanges(shape: JiraShape, nature: Nature): Planted {
  const random = randomOf(shape.seed + 1_000);
  const grown = growJiraGraph(shape);
  const seen = grown.links.filter(({ to }) => to >= 0);
  const linked = [...new Set(seen.flatMap(({ from, to }) => [from, to]))];
  const anyLinked = () => linked[Math.floor(random() * linked.length)] ?? 0;
  const starts = Array.from({ length: Math.min(CHANGES, Math.ceil(linked.length / 20)) }, anyLinked);
  const planted = starts.flatMap((start) => plantedLinks(start, anyLinked, random));
  const directed = seen.filter(({ kind }) => TRAVELS_BACK[kind] !== null);
  const real = [...directed.filter(() => random() >= nature.wrong), ...planted];
  const isReal = new Set(real);
  const links = [
    ...seen.filter((link) => !isReal.has(link)),
    ...real.flatMap((link) => recorded(link, nature, random)),
  ];
  const effects = effectsOf(real);
  const touched = starts.map((start) => touchedBy(start, effects, () => random() < nature.carried));
  return { graph: { ...grown, links }, starts, touched };
}
