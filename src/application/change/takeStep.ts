import type { ChangeSummary } from '../../contract/change';
import type { Change } from '../../domain/change/change';
import { requireChangeVersion } from '../../domain/change/decide';
import type { ChangeDecision } from '../../domain/change/events';
import { RuleViolation } from '../../domain/violation';
import type { Attempt } from '../attempt';
import { requireEditableItem } from '../authorize';
import { commit } from '../commit';
import type { DomainDecision } from '../commit';
import type { Outside, Viewer, VisibleIssue } from '../ports';
import { Refusal } from '../refusal';
import { repairItems } from '../repairProjections';
import { summarizeChange } from './changeSummary';
import { loadChange, requireChange } from './loadChange';

/** What a step is decided on: the change request as it now is, and the issue it was raised on. */
export interface StepContext {
  readonly change: Change;
  readonly issue: VisibleIssue;
  readonly attempt: Attempt;
}

export interface ChangeStep {
  readonly commandId: string;
  readonly changeId: string;
  /** The version the step was decided on. */
  readonly expectedVersion: number;
  readonly type: ChangeDecision['type'];
  readonly decide: (context: StepContext) => Promise<readonly DomainDecision[]> | readonly DomainDecision[];
}

/**
 * Takes a step with a change request on behalf of somebody who may edit the issue that it was raised on.
 *
 * @returns the change request as it is afterwards
 * @throws Refusal `CHANGE_NOT_FOUND` also for people who may not see the issue, `NOT_ALLOWED`, `CONFLICT` with the
 *   present change request when it is at another version by now, and what `commit` throws
 */
export async function takeStep(outside: Outside, viewer: Viewer, step: ChangeStep): Promise<ChangeSummary> {
  const { changeId, commandId, type } = step;
  const { change } = await loadChange(outside, changeId);
  const issue = await requireEditableItem(outside.access, change.issueId, 'CHANGE_NOT_FOUND');
  const view = async () => summarizeChange(await outside.changeViews.get(changeId), viewer);
  try {
    await commit(outside, {
      viewer,
      commandId,
      projectId: change.projectId,
      type,
      load: () => outside.journal.itemEvents([changeId]),
      decide: async (events, attempt) => {
        const present = requireChange(events, changeId).change;
        requireChangeVersion(present, step.expectedVersion);
        return step.decide({ change: present, issue, attempt });
      },
    });
  } catch (error) {
    if (error instanceof RuleViolation && error.code === 'CONFLICT') {
      await repairItems(outside, [changeId]);
      throw new Refusal('CONFLICT', { currentChange: await view(), cause: error });
    }
    throw error;
  }
  return view();
}
