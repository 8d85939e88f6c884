import type { ErrorCode } from '../contract/errors';
import type { Access, VisibleIssue } from './ports';
import { Refusal } from './refusal';

/**
 * The issue, if the viewer may edit it.
 *
 * @throws Refusal `ISSUE_NOT_FOUND` when they may not even see it, `NOT_ALLOWED` when they may not edit it
 */
export async function requireEditable(access: Access, issueId: string): Promise<VisibleIssue> {
  const [issue, [mayEdit]] = await Promise.all([
    access.findIssue(issueId),
    access.holds([{ permission: 'EDIT_ISSUES', issueId }]),
  ]);
  if (issue === null) throw new Refusal('ISSUE_NOT_FOUND');
  if (mayEdit !== true) throw new Refusal('NOT_ALLOWED');
  return issue;
}

/** The same for an item on the issue, whose very existence is hidden with the issue. */
export async function requireEditableItem(
  access: Access,
  issueId: string,
  hidden: ErrorCode = 'FEEDBACK_NOT_FOUND',
): Promise<VisibleIssue> {
  try {
    return await requireEditable(access, issueId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'ISSUE_NOT_FOUND') throw new Refusal(hidden);
    throw error;
  }
}

/**
 * Lets the administrators of the project pass.
 *
 * @throws Refusal `hidden` for people who may not see the project, `NOT_ALLOWED` for its other users
 */
export async function requireAdministrator(
  access: Access,
  projectId: string,
  hidden: ErrorCode = 'PROJECT_NOT_FOUND',
): Promise<void> {
  const [maySee, mayAdminister] = await access.holds([
    { permission: 'BROWSE_PROJECTS', projectId },
    { permission: 'ADMINISTER_PROJECTS', projectId },
  ]);
  if (maySee !== true) throw new Refusal(hidden);
  if (mayAdminister !== true) throw new Refusal('NOT_ALLOWED');
}

/**
 * Lets the administrators of the site pass.
 *
 * @throws Refusal `NOT_ALLOWED` for everybody else
 */
export async function requireSiteAdministrator(access: Access): Promise<void> {
  const [mayAdminister] = await access.holds([{ permission: 'ADMINISTER' }]);
  if (mayAdminister !== true) throw new Refusal('NOT_ALLOWED');
}

/**
 * Lets the administrators of the item's project pass, whether its issue still exists or not.
 *
 * @throws Refusal `hidden` for people who may not see the issue, `NOT_ALLOWED` for those who may
 */
export async function requireItemAdministrator(
  access: Access,
  { projectId, issueId }: { readonly projectId: string; readonly issueId: string },
  hidden: ErrorCode = 'FEEDBACK_NOT_FOUND',
): Promise<void> {
  const issue = await access.findIssue(issueId);
  try {
    await requireAdministrator(access, issue?.projectId ?? projectId, hidden);
  } catch (error) {
    const isHidden = issue === null && error instanceof Refusal && error.code === 'NOT_ALLOWED';
    throw isHidden ? new Refusal(hidden) : error;
  }
}
