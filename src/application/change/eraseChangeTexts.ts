import type { ProcedureInput } from '../../contract/procedures';
import { eraseChangeTexts as erase } from '../../domain/change/decide';
import { changeTextsOf } from '../../domain/change/texts';
import { requireItemAdministrator } from '../authorize';
import { commit } from '../commit';
import type { Outside, Viewer } from '../ports';
import { loadChange, requireChange } from './loadChange';

/**
 * Erases for good what was written on a change request so far: what is asked for and what it was before, reasons,
 * conditions, what the client said, links to evidence. The decisions stay. For administrators of the project, also when
 * the issue is deleted.
 *
 * @throws Refusal `CHANGE_NOT_FOUND` also for people who may not see the issue, `NOT_ALLOWED`, `NOTHING_TO_ERASE`
 */
export async function eraseChangeTexts(
  outside: Outside,
  viewer: Viewer,
  { commandId, changeId }: ProcedureInput<'change.eraseTexts'>,
): Promise<{ changeId: string }> {
  const { projectId, issueId } = (await loadChange(outside, changeId)).change;
  await requireItemAdministrator(outside.access, { projectId, issueId }, 'CHANGE_NOT_FOUND');
  await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'change.textsErased',
    load: () => outside.journal.itemEvents([changeId]),
    decide: (all) => {
      const { change, events } = requireChange(all, changeId);
      return Promise.resolve([erase(change, changeTextsOf(events))]);
    },
  });
  return { changeId };
}
