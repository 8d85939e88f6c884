import { ASSESSMENT_MIGRATIONS } from './assessmentMigrations';
import { CHANGE_MIGRATIONS } from './changeMigrations';
import { DATA_MIGRATIONS } from './dataMigrations';
import { MIRROR_MIGRATIONS } from './mirrorMigrations';
import { NOTICE_MIGRATIONS } from './noticeMigrations';
import { PROPERTY_MIGRATIONS } from './propertyMigrations';
import { REGISTER_MIGRATIONS } from './registerMigrations';
import { SUMMARY_MIGRATIONS } from './summaryMigrations';

/**
 * The tables, in order of their making; a migration once released is never changed. Each is one statement and safe to
 * run twice, since the platform may lose the note that it ran. No foreign keys and no AUTO_INCREMENT: the platform has
 * neither.
 *
 * @see https://developer.atlassian.com/platform/forge/storage-reference/sql-api-schema/
 */
export const MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v001_journal',
    statement: `CREATE TABLE IF NOT EXISTS journal (
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
      PRIMARY KEY (stream, version),
      UNIQUE KEY journal_item (item_id, item_version),
      UNIQUE KEY journal_command (command_id, command_index),
      KEY journal_issue (issue_id),
      KEY journal_attempt (attempt_id),
      KEY journal_at (at)
    )`,
  },
  {
    name: 'v002_erasable',
    statement: `CREATE TABLE IF NOT EXISTS erasable (
      id CHAR(36) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      attempt_id CHAR(36) NOT NULL,
      kind VARCHAR(16) NOT NULL,
      salt CHAR(32) NULL,
      body TEXT NULL,
      account_id VARCHAR(128) NULL,
      created_at BIGINT NOT NULL,
      PRIMARY KEY (id),
      KEY erasable_account (account_id),
      KEY erasable_created (created_at)
    )`,
  },
  {
    name: 'v003_client',
    statement: `CREATE TABLE IF NOT EXISTS client (
      id CHAR(36) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      name_ref CHAR(36) NOT NULL,
      search_name VARCHAR(700) NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      KEY client_project (project_id)
    )`,
  },
  {
    name: 'v004_contact',
    statement: `CREATE TABLE IF NOT EXISTS contact (
      id CHAR(36) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      client_id CHAR(36) NOT NULL,
      name_ref CHAR(36) NOT NULL,
      search_name VARCHAR(700) NULL,
      erased INT NOT NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      KEY contact_project (project_id),
      KEY contact_client (client_id)
    )`,
  },
  {
    name: 'v005_feedback',
    statement: `CREATE TABLE IF NOT EXISTS feedback (
      id CHAR(36) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      issue_id VARCHAR(20) NOT NULL,
      state VARCHAR(16) NOT NULL,
      kind VARCHAR(16) NOT NULL,
      importance VARCHAR(16) NOT NULL,
      channel VARCHAR(16) NOT NULL,
      contact_id CHAR(36) NOT NULL,
      text_ref CHAR(36) NOT NULL,
      said_on CHAR(10) NOT NULL,
      recorded_at BIGINT NOT NULL,
      recorded_by CHAR(36) NOT NULL,
      updated_at BIGINT NOT NULL,
      handled_by CHAR(36) NOT NULL,
      respond_by BIGINT NOT NULL,
      resolve_by BIGINT NULL,
      responded_at BIGINT NULL,
      closed_at BIGINT NULL,
      is_open INT NOT NULL,
      due_at BIGINT NULL,
      merged_into CHAR(36) NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      KEY feedback_issue (issue_id)
    )`,
  },
  // What the first view of an issue reads comes first: a minute grants 25 statements that make tables.
  ...REGISTER_MIGRATIONS,
  ...CHANGE_MIGRATIONS,
  ...MIRROR_MIGRATIONS,
  ...ASSESSMENT_MIGRATIONS,
  ...SUMMARY_MIGRATIONS,
  ...PROPERTY_MIGRATIONS,
  ...NOTICE_MIGRATIONS,
  ...DATA_MIGRATIONS,
];
