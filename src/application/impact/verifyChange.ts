import type { ChangeSummary } from '../../contract/change';
import { canVerify } from '../../contract/changeLifecycle';
import type { ProcedureInput } from '../../contract/procedures';
import type { Change } from '../../domain/change/change';
import { verifyChange as verifying } from '../../domain/change/decide';
import type { ActualFigures } from '../../domain/change/events';
import { neighbourhood, outcomeOf, touchedBy } from '../../domain/impact/actual';
import type { FrozenResults } from '../../domain/impact/frozen';
import { routesOf, rulesOf } from '../../domain/impact/routes';
import { staleIssues } from '../../domain/impact/surroundings';
import { takeStep } from '../change/takeStep';
import type { Viewer } from '../ports';
import { Refusal } from '../refusal';
import { projectSettings } from '../settings/projectSettings';
import { projectInputs } from './assessProject';
import { frozenResults } from './frozenResults';
import type { ImpactOutside } from './outside';
import { surroundingsOf } from './surroundingsOf';

/** Issues whose past is asked for: the nearest ones, so that an answer comes whatever the project. */
const MOST_ASKED = 5_000;

/** Issues that have been linked or unlinked since the assessment, and those that they were linked to. */
async function relinked(
  outside: ImpactOutside,
  changeId: string,
  { surroundings }: FrozenResults,
): Promise<readonly string[]> {
  const now = await surroundingsOf(outside, changeId, Object.keys(surroundings));
  const isRelinked = (what: string) => what === 'links' || what === 'added';
  return staleIssues(surroundings, now).flatMap(({ issue, what }) => (what.some(isRelinked) ? [issue] : []));
}

/** What was predicted for the option that was chosen, held against what Jira says has happened since the decision. */
async function figuresOf(outside: ImpactOutside, change: Change): Promise<ActualFigures> {
  const { decision, projectId } = change;
  const results = await frozenResults(outside, change);
  const chosen = results?.options.find(({ optionId }) => optionId === decision?.optionId) ?? results?.options[0];
  if (results === null || chosen === undefined || decision === null) {
    throw new Refusal('CHANGE_STEP_NOT_POSSIBLE');
  }
  const settings = await projectSettings(outside, projectId);
  const { facts } = await projectInputs(outside, projectId, settings);
  const routes = routesOf(facts, rulesOf(facts, settings, {}), settings.parents, new Set());
  const { scope } = chosen.result;
  const near = neighbourhood(facts, routes, scope.starts);
  const candidates = [...new Set([...scope.rows.map(({ issue }) => issue), ...near])].slice(0, MOST_ASKED);
  const active = await outside.impact.changedSince(candidates, decision.at);
  const [changes, isDone, linked] = await Promise.all([
    active.length === 0 ? [] : outside.history.changesSince(active, decision.at),
    outside.isDoneStatus(),
    relinked(outside, change.id, results),
  ]);
  return outcomeOf(scope, new Set([...touchedBy(changes, isDone), ...linked]), near);
}

/**
 * Holds what was predicted against what happened between decision and closure, and closes the change request. The
 * project's past is read as the app, so that the figures are the change's own, whoever asks; who may see which issue
 * decides what is shown of them.
 *
 * @throws Refusal as `takeStep`, `MIRROR_NOT_READY`; RuleViolation `CHANGE_STEP_NOT_POSSIBLE`
 */
export function verifyChange(
  outside: ImpactOutside,
  viewer: Viewer,
  input: ProcedureInput<'change.verify'>,
): Promise<ChangeSummary> {
  return takeStep(outside, viewer, {
    ...input,
    type: 'change.verified',
    decide: async ({ change }) => {
      if (!canVerify(change.state)) throw new Refusal('CHANGE_STEP_NOT_POSSIBLE');
      return [verifying(change, await figuresOf(outside, change))];
    },
  });
}
