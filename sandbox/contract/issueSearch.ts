import type { Issue } from './siteData';

/** A condition on the columns of the site's issues: SQL with a `?` for each value. */
export interface IssueCondition {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** An expression on the columns of the site's issues, never null. */
export interface SortTerm {
  readonly expression: string;
  readonly descending: boolean;
}

/** A search on the site's own tables, for what has been translated to them already. */
export interface IssueSearch {
  readonly where: IssueCondition;
  /** The last one is to tell any two issues apart. */
  readonly order: readonly SortTerm[];
  /** The values of `order` at the issue after which to go on; null from the start. */
  readonly after: readonly (string | number)[] | null;
  readonly limit: number;
}

/** An issue that was found, with the values by which it was sorted. */
export interface FoundIssue {
  readonly issue: Issue;
  readonly at: readonly (string | number)[];
}
