import type { ChangeSummary } from '../../contract/change';
import type { ProcedureInput } from '../../contract/procedures';
import type { ProjectSettings, Tier } from '../../contract/settings';
import type { Change } from '../../domain/change/change';
import { freezeChange as freezing } from '../../domain/change/decide';
import type { Frozen } from '../../domain/change/events';
import { tierOf } from '../../domain/change/tier';
import type { Assessment } from '../../domain/impact/assessment';
import { ENGINE_VERSION } from '../../domain/impact/assessment';
import { freeze } from '../../domain/impact/frozen';
import type { FrozenOption } from '../../domain/impact/frozen';
import { takeStep } from '../change/takeStep';
import type { Viewer } from '../ports';
import { projectSettings } from '../settings/projectSettings';
import { assessSubject, projectInputs } from './assessProject';
import { subjectOf } from './changeSubject';
import type { ImpactOutside } from './outside';
import { surroundingsOf, watchedIssues } from './surroundingsOf';

/** How much a change takes, as the project's thresholds measure it: the largest slip of a milestone, in four of five runs. */
function tierOfResult({ schedule, cost }: Assessment, { changeControl }: ProjectSettings): Tier {
  const slips = schedule.milestones.map(({ slip }) => slip.p80);
  const days = slips.length === 0 ? null : Math.max(...slips);
  return tierOf({ days, money: cost.money?.likely ?? null, percent: cost.budgetShare }, changeControl);
}

/** Assesses every option on one reading of the mirror, and keeps inputs and results before any event names them. */
async function keepAssessment(outside: ImpactOutside, change: Change): Promise<Frozen> {
  const { projectId, id: changeId } = change;
  const settings = await projectSettings(outside, projectId);
  const inputs = await projectInputs(outside, projectId, settings);
  const options = change.options.map((option): FrozenOption => {
    const subject = subjectOf(change, option);
    return { optionId: option.id, subject, result: assessSubject(inputs, subject).result };
  });
  const watched = watchedIssues(options);
  const {
    digest,
    inputsDigest,
    results,
    inputs: inputsText,
  } = freeze(inputs, options, await surroundingsOf(outside, changeId, watched));
  const at = outside.now();
  await outside.assessmentStore.save({ projectId, changeId, digest: inputsDigest, text: inputsText, at });
  await outside.assessmentStore.save({ projectId, changeId, digest, text: results, at });
  return {
    digest,
    inputsDigest,
    engine: ENGINE_VERSION,
    results: options.map(({ optionId, result }) => ({ optionId, tier: tierOfResult(result, settings) })),
    affected: watched.filter((issue) => !change.requirements.includes(issue)),
  };
}

/**
 * Assesses a change request in every one of its ways and fixes that, so that a decision can be taken on it. What an
 * attempt keeps that never reaches the journal is swept up a day later.
 *
 * @throws Refusal as `takeStep`, `MIRROR_NOT_READY`; RuleViolation `CHANGE_STEP_NOT_POSSIBLE`, `CHANGE_INCOMPLETE`
 */
export function freezeChange(
  outside: ImpactOutside,
  viewer: Viewer,
  input: ProcedureInput<'change.freeze'>,
): Promise<ChangeSummary> {
  return takeStep(outside, viewer, {
    ...input,
    type: 'change.frozen',
    decide: async ({ change }) => [freezing(change, await keepAssessment(outside, change))],
  });
}
