import type { ProcedureInput } from '../../contract/procedures';
import { requireEditable } from '../authorize';
import type { MirrorOutside } from '../mirror/ports';
import { readWhole } from '../mirror/requestRebuild';
import type { Access } from '../ports';

/**
 * Has the issue's project read for the first time, without which nothing can be assessed. What is mirrored already is
 * kept in step by itself, so asking again changes nothing.
 *
 * @throws Refusal `ISSUE_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function prepareImpact(
  outside: MirrorOutside & { readonly access: Access },
  { issueId, commandId }: ProcedureInput<'impact.prepare'>,
): Promise<{ projectId: string }> {
  const { projectId } = await requireEditable(outside.access, issueId);
  const project = await outside.mirror.project(projectId);
  if (project?.state !== 'ready') await readWhole(outside, { projectId, commandId });
  return { projectId };
}
