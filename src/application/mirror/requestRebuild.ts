import { requireAdministrator } from '../authorize';
import type { Access } from '../ports';
import { beginJob, push } from './job';
import { UNKNOWN_KEY } from './ports';
import type { MirrorOutside } from './ports';

/**
 * Has a project read whole in the background; from then on it is kept in step. While one reading runs, another request
 * joins it. For the project's administrators.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function requestRebuild(
  outside: MirrorOutside & { readonly access: Access },
  { projectId, commandId }: { readonly projectId: string; readonly commandId: string },
): Promise<{ projectId: string }> {
  await requireAdministrator(outside.access, projectId);
  const project = await outside.mirror.project(projectId);
  const runs = project?.phase === 'issues' || project?.phase === 'days';
  if (project !== null && runs) {
    const { generation, step } = project;
    if (project.commandId !== commandId) await outside.mirror.join(projectId, commandId);
    // Whoever asks again may do so because the first request died before it had pushed.
    if (step === 0) await push(outside, { projectId, generation, step });
    return { projectId };
  }
  if (project?.commandId === commandId) return { projectId };
  await beginJob(outside, { id: projectId, key: project?.key ?? UNKNOWN_KEY, commandId }, 'issues');
  return { projectId };
}
