import type { ProcedureInput } from '../../contract/procedures';
import type { SettingProposals } from '../../contract/settingProposals';
import { proposeSettings as propose } from '../../domain/settings/propose';
import type { ProjectUse } from '../../domain/settings/propose';
import { requireAdministrator } from '../authorize';
import type { MirrorOutside } from '../mirror/ports';
import type { Outside, Viewer } from '../ports';
import { lastSavings, siteSettings } from './projectSettings';

/** What the mirror knows of the project's types and statuses; nothing where it has not read it. */
export type ProjectUseOf = (projectId: string) => Promise<ProjectUse>;

/**
 * What the project could choose, with the reasons found in it, as far as it has been read. For its administrators.
 *
 * @throws Refusal `PROJECT_NOT_FOUND` or `NOT_ALLOWED`
 */
export async function proposeSettings(
  outside: Outside & { readonly projectUse: ProjectUseOf; readonly mirror: MirrorOutside['mirror'] },
  _viewer: Viewer,
  { projectId }: ProcedureInput<'settings.propose'>,
): Promise<SettingProposals> {
  await requireAdministrator(outside.access, projectId);
  const [use, savings, project] = await Promise.all([
    outside.projectUse(projectId),
    lastSavings(outside, projectId),
    outside.mirror.project(projectId),
  ]);
  return { mirror: project?.state ?? 'none', proposals: propose(use, siteSettings(savings)) };
}
