import { canDecide } from '../../contract/changeLifecycle';
import type { ChangeSummary } from '../../contract/change';
import type { ProcedureInput } from '../../contract/procedures';
import type { Change } from '../../domain/change/change';
import { decideChange as decide } from '../../domain/change/decide';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer } from '../ports';
import { Refusal } from '../refusal';
import { resolveContact } from '../resolveContact';
import { requirePastDay } from '../saidOn';
import type { FrozenAssessments } from './frozenAssessments';
import { kept } from './keptTexts';
import { takeStep } from './takeStep';
import type { StepContext } from './takeStep';

type Input = ProcedureInput<'change.decide'>;
type Deciding = Outside & { readonly frozen: Pick<FrozenAssessments, 'isStale'> };

function requireAssessed({ state, frozen }: Change, optionId: string | null): void {
  if (!canDecide(state) || optionId === null) return;
  if (frozen?.results.some((result) => result.optionId === optionId) === true) return;
  throw new Refusal('INVALID_INPUT', { fields: [{ path: 'optionId', rule: 'not_a_choice' }] });
}

async function decideOn(
  outside: Deciding,
  input: Input,
  { change, issue, attempt }: StepContext,
): Promise<readonly DomainDecision[]> {
  const { outcome, optionId, method, decidedOn, knowingly } = input;
  requireAssessed(change, optionId);
  const scope = { projectId: issue.projectId, issueId: issue.id };
  const { contactId, decisions } =
    input.decider === null
      ? { contactId: null, decisions: [] }
      : await resolveContact(outside, scope, input.decider, attempt);
  const verdicts = {
    outcome,
    optionId,
    conditions: kept(attempt, input.conditions),
    decider: contactId,
    clientSaid: kept(attempt, input.clientSaid),
    method,
    evidence: kept(attempt, input.evidence),
    decidedOn,
  };
  return [...decisions, decide(change, verdicts, await outside.frozen.isStale(change), knowingly)];
}

/**
 * Records what was decided on a frozen assessment, by whom, how, and what the client said.
 *
 * @throws Refusal as `takeStep`; `INVALID_INPUT` for a day to come or an option that was not assessed; RuleViolation
 *   `STALE_ASSESSMENT` where things have changed since and the caller does not say to know that
 */
export function decideChange(outside: Deciding, viewer: Viewer, input: Input): Promise<ChangeSummary> {
  const { commandId, changeId, expectedVersion, decidedOn, timeZone } = input;
  requirePastDay(decidedOn, timeZone, outside.now(), 'decidedOn');
  return takeStep(outside, viewer, {
    commandId,
    changeId,
    expectedVersion,
    type: 'change.decided',
    decide: (context) => decideOn(outside, input, context),
  });
}
