import { route } from '@forge/api';
import { z } from 'zod';
import type { Access, LabelledIssue, PermissionQuestion } from '../../application/ports';
import { grantsAnswer } from './grants';
import { askJira } from './jiraClient';

const issueAnswer = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ project: z.object({ id: z.string() }) }),
  editmeta: z.object({ fields: z.record(z.string(), z.unknown()).optional() }).optional(),
});

const labelsAnswer = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      fields: z.object({ summary: z.string().nullish(), project: z.object({ id: z.string() }) }),
    }),
  ),
});

function visible({ id, key, fields }: z.output<typeof issueAnswer>) {
  return { id, key, projectId: fields.project.id };
}

/** As many issues one call answers for. */
const ISSUES_PER_CALL = 100;

async function labelsOf(issueIds: readonly string[]): Promise<readonly LabelledIssue[]> {
  const body = { issueIdsOrKeys: issueIds, fields: ['summary', 'project'] };
  const found = await askJira({ route: route`/rest/api/3/issue/bulkfetch`, body }, labelsAnswer);
  return (found?.issues ?? []).map(({ id, key, fields }) => ({
    id,
    key,
    projectId: fields.project.id,
    summary: fields.summary ?? '',
  }));
}

type ProjectQuestion = Exclude<PermissionQuestion, { permission: 'ADMINISTER' }>;

function isGlobal(question: PermissionQuestion): question is { readonly permission: 'ADMINISTER' } {
  return question.permission === 'ADMINISTER';
}

function asked(question: ProjectQuestion) {
  return 'issueId' in question
    ? { permissions: [question.permission], issues: [Number(question.issueId)] }
    : { permissions: [question.permission], projects: [Number(question.projectId)] };
}

function isGranted(question: PermissionQuestion, grants: z.output<typeof grantsAnswer>): boolean {
  if (isGlobal(question)) return grants.globalPermissions.includes(question.permission);
  return grants.projectPermissions.some((grant) => {
    if (grant.permission !== question.permission) return false;
    return 'issueId' in question
      ? grant.issues.includes(Number(question.issueId))
      : grant.projects.includes(Number(question.projectId));
  });
}

/**
 * Jira's answers to the person who uses the app: 2 points for an issue, 1 and 2 for each permission granted, 1 and 1 for
 * each issue shown.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
 */
export const jiraAccess: Access = {
  async findIssue(issueId) {
    const issue = await askJira({ route: route`/rest/api/3/issue/${issueId}?fields=project` }, issueAnswer);
    return issue === null ? null : visible(issue);
  },

  async findIssueWithEditHint(issueId) {
    // `editmeta` lists what the user may edit: nothing at all without the permission to edit the issue.
    const found = route`/rest/api/3/issue/${issueId}?fields=project&expand=editmeta`;
    const issue = await askJira({ route: found }, issueAnswer);
    if (issue === null) return null;
    return { ...visible(issue), mayEdit: Object.keys(issue.editmeta?.fields ?? {}).length > 0 };
  },

  async labels(issueIds) {
    const ids = [...new Set(issueIds)];
    const calls = Array.from({ length: Math.ceil(ids.length / ISSUES_PER_CALL) }, (_, index) =>
      labelsOf(ids.slice(index * ISSUES_PER_CALL, (index + 1) * ISSUES_PER_CALL)),
    );
    return new Map((await Promise.all(calls)).flat().map((issue) => [issue.id, issue]));
  },

  async holds(questions) {
    const globalPermissions = questions.filter(isGlobal).map(({ permission }) => permission);
    const projectPermissions = questions.filter((question) => !isGlobal(question)).map(asked);
    const body = { ...(globalPermissions.length === 0 ? {} : { globalPermissions }), projectPermissions };
    const grants = await askJira({ route: route`/rest/api/3/permissions/check`, body }, grantsAnswer);
    return questions.map((question) => grants !== null && isGranted(question, grants));
  },
};
