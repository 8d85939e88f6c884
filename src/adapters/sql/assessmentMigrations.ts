/** The table of frozen assessments; see `migrations.ts` for the rules. */
export const ASSESSMENT_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v030_assessment',
    statement: `CREATE TABLE IF NOT EXISTS assessment (
      digest CHAR(64) NOT NULL,
      part INT NOT NULL,
      parts INT NOT NULL,
      project_id VARCHAR(20) NOT NULL,
      change_id CHAR(36) NOT NULL,
      body MEDIUMTEXT NOT NULL,
      written_at BIGINT NOT NULL,
      PRIMARY KEY (digest, part),
      KEY assessment_change (change_id),
      KEY assessment_project (project_id),
      KEY assessment_written (written_at)
    )`,
  },
];

export interface AssessmentTable {
  /** SHA-256 of the text that all parts make, hexadecimal. */
  digest: string;
  part: number;
  parts: number;
  project_id: string;
  change_id: string;
  /** A piece of the base64 of the compressed text. */
  body: string;
  written_at: number;
}

export interface AssessmentDatabase {
  assessment: AssessmentTable;
}
