import type { ErasureProgress } from '../../contract/data';
import type { ProcedureInput } from '../../contract/procedures';
import { requireAdministrator } from '../authorize';
import { Refusal } from '../refusal';
import type { DataOutside } from './ports';

/** How long one call deletes, in milliseconds: well inside what an invocation may take. */
const PATIENCE = 12_000;

type Erasing = Pick<DataOutside, 'data' | 'now'>;

/** Deletes rows of the project until there are none, or the time is up. Safe to be run any number of times. */
async function erase({ data, now }: Erasing, projectId: string, deadline: number): Promise<ErasureProgress> {
  let rows = 0;
  for (;;) {
    const deleted = await data.deleteSome(projectId);
    rows += deleted;
    if (deleted === 0) break;
    if (now() >= deadline) return { projectId, rows, isDone: false };
  }
  await data.erased(projectId);
  return { projectId, rows, isDone: true };
}

/**
 * Erases everything that the app keeps of a project, for good: the project is then like one that never used it. What a
 * call leaves, the next one or the hourly upkeep erases. For administrators who typed the project's key.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`, `INVALID_INPUT` when the key is another
 */
export async function eraseProject(
  outside: DataOutside,
  { projectId, projectKey }: ProcedureInput<'project.eraseData'>,
): Promise<ErasureProgress> {
  await requireAdministrator(outside.access, projectId);
  const key = await outside.projectKey(projectId);
  if (key === null) throw new Refusal('PROJECT_NOT_FOUND');
  if (projectKey !== key) {
    throw new Refusal('INVALID_INPUT', { fields: [{ path: 'projectKey', rule: 'not_the_key' }] });
  }
  await outside.data.noteErasure(projectId, outside.now());
  return erase(outside, projectId, outside.now() + PATIENCE);
}

/** Notes a project that Jira has deleted for good: what was decided in it goes with it. */
export async function noteDeletedProject({ data, now }: Erasing, projectId: string): Promise<void> {
  await data.noteErasure(projectId, now());
}

/** Goes on with what is noted; returns how many rows were deleted. */
export async function finishErasures(outside: Erasing): Promise<number> {
  const deadline = outside.now() + PATIENCE;
  let rows = 0;
  for (const projectId of await outside.data.erasures()) {
    if (outside.now() >= deadline) break;
    rows += (await erase(outside, projectId, deadline)).rows;
  }
  return rows;
}
