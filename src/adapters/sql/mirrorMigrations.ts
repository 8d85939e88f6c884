/** The tables of the mirror; see `migrations.ts` for the rules. */
export const MIRROR_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v101_mirror_project',
    statement: `CREATE TABLE IF NOT EXISTS mirror_project (
      id VARCHAR(20) NOT NULL,
      project_key VARCHAR(64) NOT NULL,
      state VARCHAR(16) NOT NULL,
      command_id CHAR(36) NOT NULL,
      generation CHAR(36) NOT NULL,
      step INT NOT NULL,
      holder CHAR(36) NOT NULL,
      phase VARCHAR(16) NOT NULL,
      page_token TEXT NULL,
      done INT NOT NULL,
      expected INT NULL,
      started_at BIGINT NOT NULL,
      touched_at BIGINT NOT NULL,
      paused_until BIGINT NOT NULL,
      rebuilt_at BIGINT NULL,
      watermark BIGINT NOT NULL,
      counted_at BIGINT NOT NULL,
      refresh_mark CHAR(36) NULL,
      PRIMARY KEY (id)
    )`,
  },
  {
    name: 'v102_mirror_issue',
    statement: `CREATE TABLE IF NOT EXISTS mirror_issue (
      id VARCHAR(20) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      issue_key VARCHAR(64) NOT NULL,
      type VARCHAR(255) NOT NULL,
      status VARCHAR(255) NOT NULL,
      status_category VARCHAR(16) NOT NULL,
      priority VARCHAR(255) NULL,
      parent_id VARCHAR(20) NULL,
      summary VARCHAR(512) NOT NULL,
      created BIGINT NOT NULL,
      updated BIGINT NOT NULL,
      resolved BIGINT NULL,
      due CHAR(10) NULL,
      original_seconds BIGINT NULL,
      remaining_seconds BIGINT NULL,
      spent_seconds BIGINT NULL,
      versions TEXT NOT NULL,
      components TEXT NOT NULL,
      gone INT NOT NULL,
      fetched_at BIGINT NOT NULL,
      seen_at BIGINT NOT NULL,
      history_of BIGINT NOT NULL,
      PRIMARY KEY (id),
      KEY mirror_issue_project (project_id, gone, status_category),
      KEY mirror_issue_parent (parent_id)
    )`,
  },
  {
    name: 'v103_mirror_link',
    statement: `CREATE TABLE IF NOT EXISTS mirror_link (
      id VARCHAR(20) NOT NULL,
      type_id VARCHAR(20) NOT NULL,
      source_id VARCHAR(20) NOT NULL,
      destination_id VARCHAR(20) NOT NULL,
      gone INT NOT NULL,
      fetched_at BIGINT NOT NULL,
      PRIMARY KEY (id),
      KEY mirror_link_source (source_id),
      KEY mirror_link_destination (destination_id)
    )`,
  },
  {
    name: 'v104_mirror_link_type',
    statement: `CREATE TABLE IF NOT EXISTS mirror_link_type (
      id VARCHAR(20) NOT NULL,
      name VARCHAR(255) NOT NULL,
      outward VARCHAR(255) NOT NULL,
      inward VARCHAR(255) NOT NULL,
      fetched_at BIGINT NOT NULL,
      PRIMARY KEY (id)
    )`,
  },
  {
    name: 'v105_mirror_version',
    statement: `CREATE TABLE IF NOT EXISTS mirror_version (
      id VARCHAR(20) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      name VARCHAR(255) NOT NULL,
      released INT NOT NULL,
      archived INT NOT NULL,
      release_date CHAR(10) NULL,
      fetched_at BIGINT NOT NULL,
      PRIMARY KEY (id),
      KEY mirror_version_project (project_id)
    )`,
  },
  {
    name: 'v106_mirror_change',
    statement: `CREATE TABLE IF NOT EXISTS mirror_change (
      issue_id VARCHAR(20) NOT NULL,
      change_id VARCHAR(20) NOT NULL,
      at BIGINT NOT NULL,
      day CHAR(10) NOT NULL,
      previous VARCHAR(16) NULL,
      category VARCHAR(16) NOT NULL,
      PRIMARY KEY (issue_id, change_id)
    )`,
  },
  {
    name: 'v107_mirror_day',
    statement: `CREATE TABLE IF NOT EXISTS mirror_day (
      project_id VARCHAR(20) NOT NULL,
      day CHAR(10) NOT NULL,
      new_count INT NOT NULL,
      indeterminate_count INT NOT NULL,
      done_count INT NOT NULL,
      live INT NOT NULL,
      PRIMARY KEY (project_id, day)
    )`,
  },
  {
    name: 'v108_mirror_dirty',
    statement: `CREATE TABLE IF NOT EXISTS mirror_dirty (
      issue_id VARCHAR(20) NOT NULL,
      mark CHAR(36) NOT NULL,
      PRIMARY KEY (issue_id),
      KEY mirror_dirty_mark (mark)
    )`,
  },
  {
    name: 'v109_mirror_component',
    statement: `CREATE TABLE IF NOT EXISTS mirror_component (
      id VARCHAR(20) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      name VARCHAR(255) NOT NULL,
      fetched_at BIGINT NOT NULL,
      PRIMARY KEY (id),
      KEY mirror_component_project (project_id)
    )`,
  },
];
