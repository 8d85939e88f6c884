import type { MirrorStatus } from '../../contract/mirror';
import { requireAdministrator } from '../authorize';
import { instant } from '../feedbackSummary';
import type { Access } from '../ports';
import type { MirrorOutside } from './ports';

function instantOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : instant(milliseconds);
}

/**
 * How far the mirror of a project is. For its administrators only, since numbers of issues are not for everybody.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function mirrorStatus(
  outside: MirrorOutside & { readonly access: Access },
  { projectId }: { readonly projectId: string },
): Promise<MirrorStatus> {
  await requireAdministrator(outside.access, projectId);
  const [project, counts] = await Promise.all([outside.mirror.project(projectId), outside.mirror.counts(projectId)]);
  const reads = project?.phase === 'issues' || project?.phase === 'days';
  const now = outside.now();
  return {
    projectId,
    state: project?.state ?? 'none',
    progress: project !== null && reads ? { done: project.done, expected: project.expected } : null,
    issues: counts.issues,
    links: counts.links,
    versions: counts.versions,
    waiting: counts.waiting,
    waitingSince: instantOrNull(counts.waitingSince),
    completeUntil: project?.state === 'ready' ? instant(project.watermark) : null,
    rebuiltAt: instantOrNull(project?.rebuiltAt ?? null),
    pausedUntil: project !== null && project.pausedUntil > now ? instant(project.pausedUntil) : null,
  };
}
