import { SWAPS_LIMIT } from '../../contract/changeLimits';
import type { SwapOffer } from '../../contract/impact';
import type { ProcedureInput } from '../../contract/procedures';
import { swapCandidates } from '../../domain/impact/swaps';
import { requireEditable } from '../authorize';
import type { Viewer } from '../ports';
import { projectSettings } from '../settings/projectSettings';
import { projectInputs } from './assessProject';
import { editableChange } from './changeSubject';
import type { ImpactOutside } from './outside';
import { seenIssues } from './seenIssues';

/** More candidates than are offered, since some may be hidden from the viewer. */
const MOST_CONSIDERED = 10 * SWAPS_LIMIT;

interface Place {
  readonly projectId: string;
  /** What is to be changed cannot be dropped for it. */
  readonly without: ReadonlySet<string>;
}

async function placeOf(outside: ImpactOutside, input: ProcedureInput<'impact.swaps'>): Promise<Place> {
  if ('issueId' in input) {
    const { id, projectId } = await requireEditable(outside.access, input.issueId);
    return { projectId, without: new Set([id]) };
  }
  const { projectId, requirements } = await editableChange(outside, input.changeId);
  return { projectId, without: new Set(requirements) };
}

/**
 * Requirements that nobody has begun and that could be dropped in exchange for the effort, those the viewer sees.
 *
 * @throws Refusal `ISSUE_NOT_FOUND`, `CHANGE_NOT_FOUND`, `NOT_ALLOWED`, `MIRROR_NOT_READY`
 */
export async function offerSwaps(
  outside: ImpactOutside,
  _viewer: Viewer,
  input: ProcedureInput<'impact.swaps'>,
): Promise<readonly SwapOffer[]> {
  const { projectId, without } = await placeOf(outside, input);
  const { facts, settings } = await projectInputs(outside, projectId, await projectSettings(outside, projectId));
  const candidates = swapCandidates(facts, settings, input.effort, without).slice(0, MOST_CONSIDERED);
  const seen = await seenIssues(
    outside,
    candidates.map(({ issue }) => issue),
  );
  const offers = candidates.flatMap(({ issue, ...offer }) => {
    const label = seen.get(issue);
    return label === undefined ? [] : [{ ...offer, issue: label }];
  });
  return offers.slice(0, SWAPS_LIMIT);
}
