import type { AdmittedStatement } from './policy';

export type SqlValue = string | number | null;

/** What a statement gave: rows, or how many rows it changed. */
export type SqlResult =
  | { readonly type: 'rows'; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly type: 'change'; readonly affectedRows: number; readonly insertId: number };

/** A database that answers as Forge SQL does. */
export interface SqlEngine {
  /** @throws SqlFailure when the database refuses the statement. */
  run(statement: AdmittedStatement, query: string, parameters: readonly SqlValue[]): Promise<SqlResult>;
  close(): Promise<void>;
}
