import type { FrozenAssessment, Staleness } from '../../contract/change';
import type { Change } from '../../domain/change/change';
import { highestTier } from '../../domain/change/tier';
import type { Assessment } from '../../domain/impact/assessment';
import { ENGINE_VERSION } from '../../domain/impact/assessment';
import type { FrozenResults } from '../../domain/impact/frozen';
import { staleIssues } from '../../domain/impact/surroundings';
import type { StaleIssue } from '../../domain/impact/surroundings';
import { instant } from '../feedbackSummary';
import type { Viewer } from '../ports';
import { projectSettings } from '../settings/projectSettings';
import { frozenResults } from './frozenResults';
import type { ImpactOutside } from './outside';
import { seenIssues } from './seenIssues';
import { issuesNamed, showAssessment } from './showAssessment';
import type { SeenIssues } from './showAssessment';
import { surroundingsOf } from './surroundingsOf';

type Reading = Pick<ImpactOutside, 'visibility' | 'impact' | 'assessmentStore' | 'erasables' | 'journal'>;

async function changedSince(
  outside: Reading,
  changeId: string,
  results: FrozenResults,
): Promise<readonly StaleIssue[]> {
  const { surroundings } = results;
  return staleIssues(surroundings, await surroundingsOf(outside, changeId, Object.keys(surroundings)));
}

/** Whether what a frozen assessment rests on has changed since; also when it cannot be read any more. */
export async function isStale(outside: Reading, change: Change): Promise<boolean> {
  const results = await frozenResults(outside, change);
  return results === null || (await changedSince(outside, change.id, results)).length > 0;
}

function shownStaleness(stale: readonly StaleIssue[], seen: SeenIssues): Staleness | null {
  if (stale.length === 0) return null;
  const changed = stale.flatMap(({ issue, what }) => {
    const label = seen.get(issue);
    return label === undefined ? [] : [{ ...label, what }];
  });
  return { changed, hidden: stale.length - changed.length };
}

function withEngine(result: Assessment, { engine }: FrozenResults): Assessment {
  if (engine === ENGINE_VERSION) return result;
  return { ...result, warnings: [{ code: 'olderEngine', names: [engine] }, ...result.warnings] };
}

/**
 * A frozen assessment as this viewer may read it, and what has changed since while it waits for a decision. Null before
 * there is one, and when what is kept is not what was frozen.
 */
export async function frozenView(outside: Reading, _viewer: Viewer, change: Change): Promise<FrozenAssessment | null> {
  const { frozen } = change;
  const results = await frozenResults(outside, change);
  if (frozen === null || results === null) return null;
  const isAwaited = change.state === 'awaitingDecision';
  const stale = isAwaited ? await changedSince(outside, change.id, results) : [];
  const named = [...results.options.flatMap(({ result }) => issuesNamed(result)), ...stale.map(({ issue }) => issue)];
  const [seen, people, settings] = await Promise.all([
    seenIssues(outside, [...new Set(named)]),
    outside.erasables.read([frozen.by.ref]),
    projectSettings(outside, change.projectId),
  ]);
  const tiers = new Map(frozen.results.map(({ optionId, tier }) => [optionId, tier]));
  const tier = highestTier([...tiers.values()]);
  return {
    at: instant(frozen.at),
    by: people.get(frozen.by.ref) ?? null,
    engine: results.engine,
    digest: frozen.digest,
    results: results.options.map(({ optionId, result }) => ({
      optionId,
      tier: tiers.get(optionId) ?? 'minor',
      result: showAssessment(withEngine(result, results), seen),
    })),
    deciders: tier === null ? [] : settings.changeControl.deciders[tier],
    stale: shownStaleness(stale, seen),
  };
}
