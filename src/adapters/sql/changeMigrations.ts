/** The tables of change requests; see `MIGRATIONS`. */
export const CHANGE_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v020_change_request',
    statement: `CREATE TABLE IF NOT EXISTS change_request (
      id CHAR(36) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      issue_id VARCHAR(20) NOT NULL,
      number INT NOT NULL,
      state VARCHAR(24) NOT NULL,
      is_open INT NOT NULL,
      title_ref CHAR(36) NOT NULL,
      tier VARCHAR(8) NULL,
      urgency VARCHAR(16) NOT NULL,
      valid_until CHAR(10) NULL,
      requested_by CHAR(36) NULL,
      decider CHAR(36) NULL,
      feedback_id CHAR(36) NULL,
      raised_at BIGINT NOT NULL,
      raised_by CHAR(36) NOT NULL,
      updated_at BIGINT NOT NULL,
      handled_by CHAR(36) NOT NULL,
      verified_at BIGINT NULL,
      actual TEXT NULL,
      issues_version INT NOT NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      KEY change_request_project (project_id, verified_at),
      KEY change_request_issue (issue_id)
    )`,
  },
  {
    name: 'v021_change_issue',
    statement: `CREATE TABLE IF NOT EXISTS change_issue (
      change_id CHAR(36) NOT NULL,
      role VARCHAR(16) NOT NULL,
      issue_id VARCHAR(20) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      version INT NOT NULL,
      PRIMARY KEY (change_id, role, issue_id),
      KEY change_issue_issue (issue_id),
      KEY change_issue_project (project_id)
    )`,
  },
];
