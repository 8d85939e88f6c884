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
