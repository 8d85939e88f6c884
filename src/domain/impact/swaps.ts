import type { EffortSource } from '../../contract/impact';
import type { Effort } from '../../contract/issues';
import type { ProjectSettings } from '../../contract/settings';
import type { ImpactFacts } from './facts';
import { kindsOf } from './kinds';
import { sizesOf } from './sizes';

export interface SwapCandidate {
  readonly issue: string;
  readonly status: string;
  readonly effort: Effort;
  readonly effortSource: EffortSource;
}

/** How many times as large or as small still counts as similar. */
const SIMILAR = 2;

/**
 * Requirements of the project that nobody has begun and that take about as long as the effort, the closest first: what
 * could be dropped in exchange.
 */
export function swapCandidates(
  facts: ImpactFacts,
  settings: ProjectSettings,
  effort: Effort,
  without: ReadonlySet<string>,
): readonly SwapCandidate[] {
  const kinds = kindsOf(facts, settings);
  const sizes = sizesOf(facts, kinds);
  const { issues } = facts;
  const candidates = issues.id.flatMap((id, issue) => {
    if (issues.foreign[issue] === 1 || kinds.isBegun(issue) || !kinds.isRequirement(issue) || without.has(id))
      return [];
    const [left, size] = [sizes.left(issue), sizes.whole(issue)];
    if (left === null || size === null || left.likely <= 0 || effort.likely <= 0) return [];
    const distance = Math.abs(Math.log(left.likely / effort.likely));
    if (distance > Math.log(SIMILAR)) return [];
    const status = facts.statuses[issues.status[issue]!]!;
    return [{ distance, issue: id, status, effort: left, effortSource: size.source }];
  });
  return candidates.toSorted((a, b) => a.distance - b.distance).map(({ distance: _, ...candidate }) => candidate);
}
