import type { Band } from '../../contract/changeVocabulary';
import type { EffortSource, PathStep } from '../../contract/impact';
import type { Effort } from '../../contract/issues';
import { bandOf, BAND_FLOORS } from './bands';
import { isSame, repaired } from './effort';
import { NONE } from './facts';
import type { ImpactFacts } from './facts';
import type { Kinds } from './kinds';
import type { Routes } from './routes';
import type { Sizes } from './sizes';
import { spread } from './spread';
import type { Review } from './subject';

/**
 * What touching an issue costs of what the issue itself takes, at the least, as a rule and at the most. A change seldom
 * has an issue done all over again.
 */
const SHARE_OF_SIZE: Effort = { low: 0.1, likely: 0.3, high: 1 };

/** A step as the contract says it, with the issue's place. */
export interface Step extends Omit<PathStep, 'issue'> {
  readonly issue: number;
}

export interface AffectedIssue {
  readonly issue: number;
  readonly band: Band;
  readonly confidence: number;
  /** The start first; empty for what a person added. */
  readonly path: readonly Step[];
  /** The place of the type of the link that the path arrived by; `NONE` for parent, child and what a person added. */
  readonly arrivedBy: number;
  readonly isRework: boolean;
  readonly effort: Effort | null;
  readonly effortSource: EffortSource;
  readonly verdict: Review['verdict'] | null;
}

export interface Scope {
  /** Most confident first. */
  readonly rows: readonly AffectedIssue[];
  /** Reviewed efforts that could not be worked with as they were. */
  readonly repaired: readonly number[];
}

export interface ScopeContext {
  readonly facts: ImpactFacts;
  readonly kinds: Kinds;
  readonly sizes: Sizes;
  readonly routes: Routes;
  readonly reviews: ReadonlyMap<number, Review>;
}

/** What leads along a row, in the words of the link's type; null for a parent or child. */
export function wordsOf({ links, linkTypes }: ImpactFacts, routes: Routes, row: number): string | null {
  const link = routes.link[row]!;
  if (link === NONE) return null;
  const type = linkTypes[links.type[link]!]!;
  return links.source[link] === routes.from[row] ? type.outward : type.inward;
}

function stepOf({ facts, routes }: ScopeContext, row: number): Step {
  const [from, to, words] = [routes.from[row]!, routes.to[row]!, wordsOf(facts, routes, row)];
  if (words !== null) return { issue: to, words, relation: 'link' };
  return { issue: to, words, relation: facts.issues.parent[to] === from ? 'child' : 'parent' };
}

function pathOf(context: ScopeContext, rows: readonly number[]): Step[] {
  const start =
    rows[0] === undefined ? [] : [{ issue: context.routes.from[rows[0]]!, words: null, relation: 'link' as const }];
  return [...start, ...rows.map((row) => stepOf(context, row))];
}

function effortOf({ sizes }: ScopeContext, issue: number, review: Review | undefined) {
  const said = review === undefined || review.effort === null ? null : repaired(review.effort);
  if (said !== null) return { effort: said, effortSource: 'person' as const };
  const size = sizes.whole(issue);
  if (size === null) return { effort: null, effortSource: 'none' as const };
  const { low, likely, high } = SHARE_OF_SIZE;
  const effort = { low: size.days * low, likely: size.days * likely, high: size.days * high };
  return { effort, effortSource: size.source };
}

function affected(context: ScopeContext, issue: number, confidence: number, rows: readonly number[]): AffectedIssue[] {
  const review = context.reviews.get(issue);
  const sure = review?.verdict === 'include' ? 1 : confidence;
  const band = bandOf(sure);
  if (band === null) return [];
  const last = rows.at(-1);
  const link = last === undefined ? NONE : context.routes.link[last]!;
  return [
    {
      issue,
      band,
      confidence: sure,
      path: pathOf(context, rows),
      arrivedBy: link === NONE ? NONE : context.facts.links.type[link]!,
      isRework: context.kinds.isDelivered(issue),
      ...effortOf(context, issue, review),
      verdict: review?.verdict ?? null,
    },
  ];
}

/**
 * Which issues a change of the starts affects, with the best path to each. What a person excluded is listed all the
 * same, but leads nowhere; what a person included is certain, and leads no further than it did before: its neighbours
 * are found by naming it as a requirement of the change.
 */
export function scopeOf(context: ScopeContext, starts: readonly number[]): Scope {
  const { facts, routes, reviews } = context;
  const begun = new Set(starts);
  const rows: AffectedIssue[] = [];
  for (const { issue, confidence, rows: path } of spread(facts, routes, starts, BAND_FLOORS.possible)) {
    if (!begun.has(issue)) rows.push(...affected(context, issue, confidence, path));
  }
  const listed = new Set(rows.map(({ issue }) => issue));
  for (const [issue, { verdict }] of reviews) {
    if (verdict === 'include' && !begun.has(issue) && !listed.has(issue)) rows.push(...affected(context, issue, 1, []));
  }
  const sound = (effort: Effort) => {
    const better = repaired(effort);
    return better !== null && isSame(better, effort);
  };
  return {
    rows: rows.toSorted((a, b) => b.confidence - a.confidence || a.issue - b.issue),
    repaired: [...reviews].flatMap(([issue, { effort }]) => (effort === null || sound(effort) ? [] : [issue])),
  };
}

/** What counts: rows that nobody excluded. */
export function counted(rows: readonly AffectedIssue[]): readonly AffectedIssue[] {
  return rows.filter(({ verdict }) => verdict !== 'exclude');
}
