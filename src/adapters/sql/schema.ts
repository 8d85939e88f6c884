import type { AssessmentDatabase } from './assessmentMigrations';
import type { ChangeDatabase } from './changeSchema';
import type { MirrorDatabase } from './mirrorSchema';
import type { NoticeDatabase } from './noticeMigrations';
import type { RegisterDatabase } from './registerMigrations';
import type { SummaryDatabase } from './summaryMigrations';

/** BIGINT and DECIMAL columns arrive as strings; they are written as numbers. */
export interface JournalTable {
  stream: string;
  version: number;
  item_type: string;
  item_id: string;
  item_version: number;
  issue_id: string | null;
  command_id: string;
  command_index: number;
  attempt_id: string;
  type: string;
  at: number;
  actor_ref: string;
  actor_digest: string;
  data: string;
  previous_hash: string;
  hash: string;
}

export interface ErasableTable {
  id: string;
  project_id: string;
  attempt_id: string;
  kind: string;
  salt: string | null;
  body: string | null;
  account_id: string | null;
  created_at: number;
}

export interface ClientTable {
  id: string;
  project_id: string;
  name_ref: string;
  search_name: string | null;
  version: number;
}

export interface ContactTable {
  id: string;
  project_id: string;
  client_id: string;
  name_ref: string;
  search_name: string | null;
  erased: number;
  version: number;
}

export interface FeedbackTable {
  id: string;
  project_id: string;
  issue_id: string;
  state: string;
  kind: string;
  importance: string;
  channel: string;
  contact_id: string;
  text_ref: string;
  said_on: string;
  recorded_at: number;
  recorded_by: string;
  updated_at: number;
  handled_by: string;
  respond_by: number;
  resolve_by: number | null;
  responded_at: number | null;
  closed_at: number | null;
  is_open: number;
  due_at: number | null;
  merged_into: string | null;
  version: number;
}

export interface Database
  extends MirrorDatabase, ChangeDatabase, AssessmentDatabase, SummaryDatabase, NoticeDatabase, RegisterDatabase {
  journal: JournalTable;
  erasable: ErasableTable;
  client: ClientTable;
  contact: ContactTable;
  feedback: FeedbackTable;
}
