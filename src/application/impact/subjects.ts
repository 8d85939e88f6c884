import type { ProcedureInput } from '../../contract/procedures';
import type { ProjectSettings } from '../../contract/settings';
import type { ImpactSubject } from '../../domain/impact/subject';
import { Refusal } from '../refusal';
import { projectSettings } from '../settings/projectSettings';
import { subjectOf, visibleChange } from './changeSubject';
import type { ImpactOutside } from './outside';

/** What is assessed, where, and by which rules. */
export interface AssessedSubject {
  readonly projectId: string;
  readonly settings: ProjectSettings;
  readonly of: ImpactSubject;
}

type Asked = ProcedureInput<'impact.assess'>;

/**
 * That the issue itself changes, whoever asks for it.
 *
 * @throws Refusal `ISSUE_NOT_FOUND`
 */
export async function subjectOfIssue(
  outside: ImpactOutside,
  { issueId }: Extract<Asked, { issueId: string }>,
): Promise<AssessedSubject> {
  const issue = await outside.access.findIssue(issueId);
  if (issue === null) throw new Refusal('ISSUE_NOT_FOUND');
  const settings = await projectSettings(outside, issue.projectId);
  const of = { requirements: [issue.id], effort: null, fixedCost: 0, dropped: [], reviews: [] };
  return { projectId: issue.projectId, settings, of };
}

/**
 * That a change request is met in one of its ways.
 *
 * @throws Refusal `CHANGE_NOT_FOUND` also when the viewer may not see the issue that it was raised on
 */
export async function subjectOfChange(
  outside: ImpactOutside,
  { changeId, optionId }: Extract<Asked, { changeId: string }>,
): Promise<AssessedSubject> {
  const change = await visibleChange(outside, changeId);
  const option = change.options.find(({ id }) => id === optionId);
  if (option === undefined) throw new Refusal('CHANGE_NOT_FOUND');
  const settings = await projectSettings(outside, change.projectId);
  return { projectId: change.projectId, settings, of: subjectOf(change, option) };
}
