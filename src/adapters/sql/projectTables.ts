import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { DataKind } from '../../contract/data';
import { streamOf } from '../../domain/journal/chain';

type Condition = (projectId: string) => RawBuilder<unknown>;

/** A table with rows of projects. */
export interface ProjectTable {
  readonly table: string;
  readonly kind: DataKind | null;
  /** Which rows are the project's. */
  readonly of: Condition;
  /** Columns of varying length. */
  readonly texts: readonly string[];
  /** What a row takes besides, about: fixed columns, keys and the row's own record. */
  readonly rowBytes: number;
  /** How many rows one statement deletes: so many fit into what a statement may take of memory. */
  readonly batch: number;
  readonly order?: RawBuilder<unknown>;
}

const ofProject: Condition = (projectId) => sql`project_id = ${projectId}`;
const inProject = (projectId: string) => sql`SELECT id FROM mirror_issue WHERE project_id = ${projectId}`;
const ofIssues: Condition = (projectId) => sql`issue_id IN (${inProject(projectId)})`;

/**
 * Every table with rows of projects, in the order in which they are erased: what people wrote goes first. What tells
 * which rows of another table are the project's goes behind that. The journal goes from its end, so that what is left
 * of it is a whole chain at any time.
 */
export const PROJECT_TABLES: readonly ProjectTable[] = [
  { table: 'erasable', kind: 'texts', of: ofProject, texts: ['body', 'account_id'], rowBytes: 360, batch: 500 },
  { table: 'feedback', kind: 'derived', of: ofProject, texts: [], rowBytes: 520, batch: 1_000 },
  { table: 'change_issue', kind: 'derived', of: ofProject, texts: [], rowBytes: 220, batch: 1_000 },
  { table: 'change_request', kind: 'derived', of: ofProject, texts: ['actual'], rowBytes: 560, batch: 500 },
  { table: 'contact_entry', kind: 'derived', of: ofProject, texts: [], rowBytes: 320, batch: 1_000 },
  { table: 'client_entry', kind: 'derived', of: ofProject, texts: ['calendar'], rowBytes: 240, batch: 1_000 },
  { table: 'contact', kind: 'derived', of: ofProject, texts: ['search_name'], rowBytes: 280, batch: 1_000 },
  { table: 'client', kind: 'derived', of: ofProject, texts: ['search_name'], rowBytes: 220, batch: 1_000 },
  { table: 'assessment', kind: 'assessments', of: ofProject, texts: ['body'], rowBytes: 320, batch: 10 },
  {
    table: 'edition',
    kind: 'editions',
    of: (projectId) => sql`id IN (SELECT item_id FROM journal WHERE stream = ${streamOf(projectId)}
      AND item_type = 'edition')`,
    texts: ['body'],
    rowBytes: 160,
    batch: 10,
  },
  {
    table: 'journal',
    kind: 'journal',
    of: (projectId) => sql`stream = ${streamOf(projectId)}`,
    texts: ['data'],
    rowBytes: 900,
    batch: 200,
    order: sql`version DESC`,
  },
  { table: 'mirror_change', kind: 'mirror', of: ofIssues, texts: [], rowBytes: 140, batch: 1_000 },
  {
    table: 'mirror_link',
    kind: 'mirror',
    of: (projectId) => sql`(source_id IN (${inProject(projectId)}) OR destination_id IN (${inProject(projectId)}))`,
    texts: [],
    rowBytes: 180,
    batch: 1_000,
  },
  { table: 'mirror_dirty', kind: null, of: ofIssues, texts: [], rowBytes: 100, batch: 1_000 },
  // Its row is what the background work goes by: without it no issue is read any more.
  {
    table: 'mirror_project',
    kind: 'mirror',
    of: (projectId) => sql`id = ${projectId}`,
    texts: [],
    rowBytes: 400,
    batch: 1,
  },
  {
    table: 'mirror_issue',
    kind: 'mirror',
    of: ofProject,
    texts: ['summary', 'versions', 'components'],
    rowBytes: 380,
    batch: 1_000,
  },
  { table: 'mirror_version', kind: 'mirror', of: ofProject, texts: ['name'], rowBytes: 140, batch: 1_000 },
  { table: 'mirror_component', kind: 'mirror', of: ofProject, texts: ['name'], rowBytes: 100, batch: 1_000 },
  { table: 'mirror_day', kind: 'mirror', of: ofProject, texts: [], rowBytes: 110, batch: 1_000 },
  { table: 'notice', kind: null, of: ofProject, texts: [], rowBytes: 200, batch: 1_000 },
  { table: 'archive_piece', kind: null, of: ofProject, texts: ['body'], rowBytes: 120, batch: 10 },
  { table: 'archive_event', kind: null, of: ofProject, texts: ['data'], rowBytes: 700, batch: 200 },
  { table: 'archive_import', kind: null, of: ofProject, texts: ['header'], rowBytes: 300, batch: 1 },
];
