import type { ArchiveRows, ArchiveTable } from '../../contract/archive';
import type { ProcedureInput } from '../../contract/procedures';
import { requireAdministrator } from '../authorize';
import type { Outside } from '../ports';

/** A row for people, with the issue that it belongs to. */
export interface TableRow {
  readonly id: string;
  /** Null where it belongs to the project. */
  readonly issueId: string | null;
  /** In the order of the table's columns, without the issue's. */
  readonly cells: readonly (string | null)[];
}

export interface ArchiveTables {
  /** In the order of their ids, those behind `after`. */
  rows(table: ArchiveTable, projectId: string, after: string, limit: number): Promise<readonly TableRow[]>;
}

const PAGE_SIZE = 100;

/**
 * Some rows of a table for people. For administrators of the project; what belongs to issues that even they may not see
 * is left out.
 *
 * @throws Refusal `PROJECT_NOT_FOUND`, `NOT_ALLOWED`
 */
export async function archiveTable(
  outside: Outside & { readonly tables: ArchiveTables },
  { projectId, table, after }: ProcedureInput<'archive.table'>,
): Promise<ArchiveRows> {
  await requireAdministrator(outside.access, projectId);
  const found = await outside.tables.rows(table, projectId, after ?? '', PAGE_SIZE);
  const labels = await outside.access.labels(found.flatMap(({ issueId }) => issueId ?? []));
  const rows = found.flatMap(({ issueId, cells }) => {
    if (issueId === null) return [cells];
    const label = labels.get(issueId);
    return label === undefined ? [] : [[label.key, ...cells]];
  });
  return { rows, next: found.length < PAGE_SIZE ? null : (found.at(-1)?.id ?? null) };
}
