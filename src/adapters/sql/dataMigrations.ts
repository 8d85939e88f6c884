/** What finding all of a project's data takes, and an import on its way in; see `migrations.ts` for the rules. */
export const DATA_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v401_erasable_project',
    statement: 'CREATE INDEX IF NOT EXISTS erasable_project ON erasable (project_id)',
  },
  {
    name: 'v402_feedback_project',
    statement: 'CREATE INDEX IF NOT EXISTS feedback_project ON feedback (project_id)',
  },
  {
    name: 'v403_project_erasure',
    statement: `CREATE TABLE IF NOT EXISTS project_erasure (
      project_id VARCHAR(20) NOT NULL,
      noted_at BIGINT NOT NULL,
      PRIMARY KEY (project_id)
    )`,
  },
  {
    name: 'v404_archive_import',
    statement: `CREATE TABLE IF NOT EXISTS archive_import (
      project_id VARCHAR(20) NOT NULL,
      import_id CHAR(36) NOT NULL,
      header TEXT NOT NULL,
      next_line INT NOT NULL,
      head_version INT NOT NULL,
      head_hash CHAR(64) NOT NULL,
      contents INT NOT NULL,
      moving INT NOT NULL,
      touched_at BIGINT NOT NULL,
      PRIMARY KEY (project_id)
    )`,
  },
  {
    name: 'v405_archive_event',
    statement: `CREATE TABLE IF NOT EXISTS archive_event (
      project_id VARCHAR(20) NOT NULL,
      stream VARCHAR(64) NOT NULL,
      version INT NOT NULL,
      item_type VARCHAR(16) NOT NULL,
      item_id CHAR(36) NOT NULL,
      item_version INT NOT NULL,
      issue_id VARCHAR(20) NULL,
      command_id CHAR(36) NOT NULL,
      command_index INT NOT NULL,
      attempt_id CHAR(36) NOT NULL,
      type VARCHAR(48) NOT NULL,
      at BIGINT NOT NULL,
      actor_ref CHAR(36) NOT NULL,
      actor_digest CHAR(64) NOT NULL,
      data TEXT NOT NULL,
      previous_hash CHAR(64) NOT NULL,
      hash CHAR(64) NOT NULL,
      PRIMARY KEY (project_id, version),
      UNIQUE KEY archive_event_item (project_id, item_id, item_version)
    )`,
  },
  {
    name: 'v406_archive_piece',
    statement: `CREATE TABLE IF NOT EXISTS archive_piece (
      project_id VARCHAR(20) NOT NULL,
      name VARCHAR(64) NOT NULL,
      part INT NOT NULL,
      body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (project_id, name, part)
    )`,
  },
  {
    name: 'v407_account_report',
    statement: `CREATE TABLE IF NOT EXISTS account_report (
      account_id VARCHAR(128) NOT NULL,
      reported_at BIGINT NOT NULL,
      PRIMARY KEY (account_id)
    )`,
  },
];
