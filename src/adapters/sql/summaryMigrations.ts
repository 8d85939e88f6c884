interface QueryAnswerTable {
  id: string;
  ids: string;
  is_last: number;
  at: number;
}

export interface SummaryDatabase {
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
];
