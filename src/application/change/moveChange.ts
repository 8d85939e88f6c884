import type { ChangeSummary } from '../../contract/change';
import type { ProcedureInput } from '../../contract/procedures';
import { moveChange as move } from '../../domain/change/decide';
import type { Outside, Viewer } from '../ports';
import { kept } from './keptTexts';
import { takeStep } from './takeStep';

/**
 * Moves a change request along its life cycle.
 *
 * @throws Refusal as `takeStep`; RuleViolation `CHANGE_STEP_NOT_POSSIBLE`, `CHANGE_INCOMPLETE`
 */
export function moveChange(
  outside: Outside,
  viewer: Viewer,
  { to, reason, ...command }: ProcedureInput<'change.move'>,
): Promise<ChangeSummary> {
  return takeStep(outside, viewer, {
    ...command,
    type: 'change.moved',
    decide: ({ change, attempt }) => [move(change, to, kept(attempt, reason))],
  });
}
