import type { Issue, Sandbox } from '../../sandbox/api';

function issuesOf(sandbox: Sandbox): readonly Issue[] {
  const [project] = sandbox.site.projects();
  if (project === undefined) throw new Error('The site has no project');
  return sandbox.site.issues(project.id, { offset: 0, limit: 1_000 }).issues;
}

/** Issues of the sample project, from the front, without the restricted ones. */
export function openIssues(sandbox: Sandbox, count: number): readonly Issue[] {
  const open = issuesOf(sandbox).filter((issue) => !issue.restricted);
  if (open.length < count) throw new Error(`The site has only ${open.length} open issues`);
  return open.slice(0, count);
}

/** An issue without restriction. */
export function anOpenIssue(sandbox: Sandbox): Issue {
  const [issue] = openIssues(sandbox, 1);
  if (issue === undefined) throw new Error('The site has no open issue');
  return issue;
}

/** An issue that only members and administrators see. */
export function aRestrictedIssue(sandbox: Sandbox): Issue {
  const restricted = issuesOf(sandbox).find((issue) => issue.restricted);
  if (restricted === undefined) throw new Error('The site has no restricted issue');
  return restricted;
}

/** The issues of a small project that tests ask about: assessing a change in it takes no time. */
export interface SmallProject {
  readonly open: Issue;
  /** Linked to the open one as the restricted one is. */
  readonly near: Issue;
  /** Linked to the open one, so that what happens here is felt there. */
  readonly restricted: Issue;
}

/** A project of a few estimated requirements, one of them seen by members and administrators only. */
export function aSmallProject({ site }: Sandbox, key = 'FEW'): SmallProject {
  const project = site.createProject({ key, name: 'A few' }).id;
  const create = (summary: string, restricted = false) =>
    site.createIssue({
      project,
      type: 'Story',
      status: 'To Do',
      statusCategory: 'new',
      summary,
      description: `All about how to ${summary.toLowerCase()}`,
      originalEstimateSeconds: 8 * 60 * 60,
      restricted,
    });
  const [open, near, restricted] = [create('Weigh the cargo'), create('Print the bill'), create('Cut the fee', true)];
  for (const { key } of [near, restricted]) site.addLink({ type: 'Blocks', from: open.key, to: key });
  return { open, near, restricted };
}
