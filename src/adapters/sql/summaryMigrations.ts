interface QueryAnswerTable {
  id: string;
  ids: string;
  is_last: number;
  at: number;
}

interface EditionTable {
  id: string;
  page_id: string;
  /** Null once erased. */
  body: string | null;
  created_at: number;
}

interface PageNoteTable {
  page_id: string;
  notes: number;
  due_at: number;
}

export interface SummaryDatabase {
  page_note: PageNoteTable;
  edition: EditionTable;
  query_answer: QueryAnswerTable;
}

/** Tables of the requirement status; see `migrations.ts` for the rules. */
export const SUMMARY_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v301_query_answer',
    statement: `CREATE TABLE IF NOT EXISTS query_answer (
      id CHAR(64) NOT NULL,
      ids MEDIUMTEXT NOT NULL,
      is_last INT NOT NULL,
      at BIGINT NOT NULL,
      PRIMARY KEY (id),
      KEY query_answer_at (at)
    )`,
  },
  {
    name: 'v302_edition',
    statement: `CREATE TABLE IF NOT EXISTS edition (
      id CHAR(36) NOT NULL,
      page_id VARCHAR(20) NOT NULL,
      body MEDIUMTEXT NULL,
      created_at BIGINT NOT NULL,
      PRIMARY KEY (id),
      KEY edition_page (page_id)
    )`,
  },
  {
    name: 'v303_page_note',
    statement: `CREATE TABLE IF NOT EXISTS page_note (
      page_id VARCHAR(20) NOT NULL,
      notes INT NOT NULL,
      due_at BIGINT NOT NULL,
      PRIMARY KEY (page_id),
      KEY page_note_due (due_at)
    )`,
  },
];
