interface NoticeTable {
  project_id: string;
  /** A digest: whom it is about is told by nobody but themselves. */
  recipient: string;
  day: string;
}

export interface NoticeDatabase {
  notice: NoticeTable;
}

/** The table of who has been told what day; see `migrations.ts` for the rules. */
export const NOTICE_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v320_notice',
    statement: `CREATE TABLE IF NOT EXISTS notice (
      project_id VARCHAR(20) NOT NULL,
      recipient CHAR(64) NOT NULL,
      day CHAR(10) NOT NULL,
      PRIMARY KEY (project_id, recipient, day),
      KEY notice_day (day)
    )`,
  },
];
