import type { ImpactOverview } from '../../contract/change';
import type { ProcedureInput } from '../../contract/procedures';
import { LAST_ANALYSES, trackRecordOf } from '../../domain/impact/trackRecord';
import { changesOfIssue } from '../change/changesOfIssue';
import { instant } from '../feedbackSummary';
import type { MirrorProject } from '../mirror/ports';
import type { Viewer } from '../ports';
import { Refusal } from '../refusal';
import { projectSettings } from '../settings/projectSettings';
import type { ImpactOutside } from './outside';

function readinessOf(project: MirrorProject | null): ImpactOverview['readiness'] {
  if (project?.state === 'ready') return { state: 'ready' };
  if (project?.state !== 'building') return { state: 'unprepared' };
  return { state: 'preparing', done: project.done, expected: project.expected };
}

/**
 * What the panel needs when it opens.
 *
 * @throws Refusal `ISSUE_NOT_FOUND`
 */
export async function impactOverview(
  outside: ImpactOutside,
  viewer: Viewer,
  { issueId }: ProcedureInput<'impact.overview'>,
): Promise<ImpactOverview> {
  const found = await outside.access.findIssueWithEditHint(issueId);
  if (found === null) throw new Refusal('ISSUE_NOT_FOUND');
  const { mayEdit, ...issue } = found;
  const { projectId } = issue;
  const [settings, project, past, changes] = await Promise.all([
    projectSettings(outside, projectId),
    outside.mirror.project(projectId),
    outside.impact.outcomes(projectId, LAST_ANALYSES),
    changesOfIssue(outside, viewer, issue),
  ]);
  return {
    issue,
    mayEdit,
    changes,
    readiness: readinessOf(project),
    trackRecord: trackRecordOf(past, settings.tuneLinks),
    currency: settings.cost.currency,
    now: instant(outside.now()),
  };
}
