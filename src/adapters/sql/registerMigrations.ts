/** What the register knows of clients and contacts beyond their names; see `MIGRATIONS`. */
export const REGISTER_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v050_client_entry',
    statement: `CREATE TABLE IF NOT EXISTS client_entry (
      id CHAR(36) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      time_zone VARCHAR(64) NULL,
      calendar TEXT NULL,
      archived INT NOT NULL,
      erased INT NOT NULL,
      merged_into CHAR(36) NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      KEY client_entry_project (project_id),
      KEY client_entry_merged (merged_into)
    )`,
  },
  {
    name: 'v051_contact_entry',
    statement: `CREATE TABLE IF NOT EXISTS contact_entry (
      id CHAR(36) NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      details_ref CHAR(36) NULL,
      account_ref CHAR(36) NULL,
      archived INT NOT NULL,
      merged_into CHAR(36) NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      KEY contact_entry_project (project_id),
      KEY contact_entry_merged (merged_into)
    )`,
  },
  {
    name: 'v052_feedback_contact',
    statement: 'CREATE INDEX IF NOT EXISTS feedback_contact ON feedback (contact_id, id)',
  },
];

interface ClientEntryTable {
  id: string;
  project_id: string;
  time_zone: string | null;
  /** JSON; null for the project's. */
  calendar: string | null;
  archived: number;
  erased: number;
  merged_into: string | null;
  version: number;
}

interface ContactEntryTable {
  id: string;
  project_id: string;
  details_ref: string | null;
  account_ref: string | null;
  archived: number;
  merged_into: string | null;
  version: number;
}

/** An entry as it was added, with nothing but a name, has no row in these. */
export interface RegisterDatabase {
  client_entry: ClientEntryTable;
  contact_entry: ContactEntryTable;
}
