import type { ProcedureInput } from '../contract/procedures';
import { erasePerson as erase } from '../domain/people/people';
import { requireAdministrator } from './authorize';
import { commit } from './commit';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';

/**
 * Erases for good every reference to a person from what was decided in the project; the decisions stay. What they
 * decide afterwards names them again. For administrators of the project.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`, `NOTHING_TO_ERASE` when nothing names the person
 */
export async function erasePerson(
  outside: Outside,
  viewer: Viewer,
  { commandId, projectId, accountId }: ProcedureInput<'person.erase'>,
): Promise<{ projectId: string }> {
  await requireAdministrator(outside.access, projectId);
  await commit(outside, {
    viewer,
    commandId,
    projectId,
    type: 'person.erased',
    load: () => outside.journal.commandEvents(commandId),
    decide: async (_, attempt) => {
      const [named] = await outside.erasables.refsToAccount(projectId, accountId, 1);
      if (named === undefined) throw new Refusal('NOTHING_TO_ERASE');
      return [erase(outside.newId(), projectId, attempt.keep('account', accountId))];
    },
  });
  return { projectId };
}
