import { requireAdministrator } from '../authorize';
import type { Access } from '../ports';
import { beginJob, push } from './job';
import { UNKNOWN_KEY } from './ports';
import type { MirrorOutside } from './ports';

interface RebuildRequest {
  readonly projectId: string;
  readonly commandId: string;
}

/**
 * Has a project read whole in the background; from then on it is kept in step. While one reading runs, another request
 * joins it. Whether the person may ask for it is the caller's to find out.
 */
export async function readWhole(outside: MirrorOutside, { projectId, commandId }: RebuildRequest): Promise<void> {
  const project = await outside.mirror.project(projectId);
  const runs = project?.phase === 'issues' || project?.phase === 'days';
  if (project !== null && runs) {
    const { generation, step } = project;
    if (project.commandId !== commandId) await outside.mirror.join(projectId, commandId);
    // Whoever asks again may do so because the first request died before it had pushed.
    if (step === 0) await push(outside, { projectId, generation, step });
    return;
  }
  if (project?.commandId === commandId) return;
  await beginJob(outside, { id: projectId, key: project?.key ?? UNKNOWN_KEY, commandId }, 'issues');
}

/**
 * Has a project read whole at the wish of one of its administrators, whatever the mirror has of it already.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function requestRebuild(
  outside: MirrorOutside & { readonly access: Access },
  request: RebuildRequest,
): Promise<{ projectId: string }> {
  await requireAdministrator(outside.access, request.projectId);
  await readWhole(outside, request);
  return { projectId: request.projectId };
}
