/** Effort in working days. */
export interface Effort {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** An issue as it is shown: only to those who see it in Jira. */
export interface IssueLabel {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}
