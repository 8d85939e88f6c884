interface MirrorProjectTable {
  id: string;
  project_key: string;
  state: string;
  command_id: string;
  generation: string;
  step: number;
  holder: string;
  phase: string;
  page_token: string | null;
  done: number;
  expected: number | null;
  started_at: number;
  touched_at: number;
  paused_until: number;
  rebuilt_at: number | null;
  watermark: number;
  counted_at: number;
  refresh_mark: string | null;
}

export interface MirrorIssueTable {
  id: string;
  project_id: string;
  issue_key: string;
  type: string;
  status: string;
  status_category: string;
  priority: string | null;
  parent_id: string | null;
  summary: string;
  created: number;
  updated: number;
  resolved: number | null;
  due: string | null;
  original_seconds: number | null;
  remaining_seconds: number | null;
  spent_seconds: number | null;
  versions: string;
  components: string;
  gone: number;
  fetched_at: number;
  seen_at: number;
  history_of: number;
}

interface MirrorLinkTable {
  id: string;
  type_id: string;
  source_id: string;
  destination_id: string;
  gone: number;
  fetched_at: number;
}

interface MirrorLinkTypeTable {
  id: string;
  name: string;
  outward: string;
  inward: string;
  fetched_at: number;
}

interface MirrorVersionTable {
  id: string;
  project_id: string;
  name: string;
  released: number;
  archived: number;
  release_date: string | null;
  fetched_at: number;
}

interface MirrorComponentTable {
  id: string;
  project_id: string;
  name: string;
  fetched_at: number;
}

interface MirrorChangeTable {
  issue_id: string;
  change_id: string;
  at: number;
  day: string;
  previous: string | null;
  category: string;
}

interface MirrorDayTable {
  project_id: string;
  day: string;
  new_count: number;
  indeterminate_count: number;
  done_count: number;
  live: number;
}

interface MirrorDirtyTable {
  issue_id: string;
  /** A UUID of version 7: the order of the marks is the order of the notes. */
  mark: string;
}

export interface MirrorDatabase {
  mirror_project: MirrorProjectTable;
  mirror_issue: MirrorIssueTable;
  mirror_link: MirrorLinkTable;
  mirror_link_type: MirrorLinkTypeTable;
  mirror_version: MirrorVersionTable;
  mirror_component: MirrorComponentTable;
  mirror_change: MirrorChangeTable;
  mirror_day: MirrorDayTable;
  mirror_dirty: MirrorDirtyTable;
}
