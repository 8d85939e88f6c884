export interface ChangeRequestTable {
  id: string;
  project_id: string;
  issue_id: string;
  number: number;
  state: string;
  is_open: number;
  title_ref: string;
  tier: string | null;
  urgency: string;
  valid_until: string | null;
  requested_by: string | null;
  decider: string | null;
  feedback_id: string | null;
  raised_at: number;
  raised_by: string;
  updated_at: number;
  handled_by: string;
  verified_at: number | null;
  /** The figures of the event that verified it, as JSON. */
  actual: string | null;
  /** Rows of `change_issue` of an older version do not count any more. */
  issues_version: number;
  version: number;
}

/** An issue that a change request concerns or affects. */
export interface ChangeIssueTable {
  change_id: string;
  role: string;
  issue_id: string;
  project_id: string;
  version: number;
}

export interface ChangeDatabase {
  change_request: ChangeRequestTable;
  change_issue: ChangeIssueTable;
}
