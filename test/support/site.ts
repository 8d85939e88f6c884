import type { Issue, Sandbox } from '../../sandbox/api';

function firstIssues({ site }: Sandbox, count: number, restricted: boolean): readonly Issue[] {
  const all = site.projects().flatMap(({ id }) => site.issues(id, { offset: 0, limit: 500 }).issues);
  const found = all.filter((issue) => issue.restricted === restricted).slice(0, count);
  if (found.length < count) throw new Error(`The site has ${found.length} such issues, not ${count}`);
  return found;
}

/** The first `count` issues that everybody on the project may see. */
export function openIssues(sandbox: Sandbox, count: number): readonly Issue[] {
  return firstIssues(sandbox, count, false);
}

/** An issue that everybody on the project may see. */
export function anOpenIssue(sandbox: Sandbox): Issue {
  const [issue] = openIssues(sandbox, 1);
  if (issue === undefined) throw new Error('The site has no open issue');
  return issue;
}

/** An issue behind issue-level security. */
export function aRestrictedIssue(sandbox: Sandbox): Issue {
  const [issue] = firstIssues(sandbox, 1, true);
  if (issue === undefined) throw new Error('The site has no restricted issue');
  return issue;
}
