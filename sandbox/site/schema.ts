import { z } from 'zod';
import { PROPERTY_TABLE } from './issueProperties';
import { NOTIFICATION_TABLE } from './notifications';
import { WIKI_TABLES } from './wiki/schema';
import type { Change, Issue, Person, Project, Version } from '../api';

/** The site's tables. Issues are documents: nothing but the columns beside `document` is ever searched. */
export const TABLES = `
  CREATE TABLE IF NOT EXISTS person (account_id TEXT PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS project (id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS version (id TEXT PRIMARY KEY, project_id TEXT NOT NULL, position INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS issue (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, project_id TEXT NOT NULL, number INTEGER NOT NULL,
    parent_key TEXT, search TEXT NOT NULL, document TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS issue_of_project ON issue (project_id, number);
  CREATE INDEX IF NOT EXISTS issue_of_parent ON issue (parent_key);
  CREATE TABLE IF NOT EXISTS link (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, outward TEXT NOT NULL, inward TEXT NOT NULL,
    source_key TEXT NOT NULL, target_key TEXT NOT NULL, UNIQUE (type, source_key, target_key)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS link_target ON link (target_key);
  CREATE TABLE IF NOT EXISTS change (
    issue_id TEXT NOT NULL, position INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (issue_id, position)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS identifier (kind TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, name)) STRICT;
  CREATE INDEX IF NOT EXISTS identifier_number ON identifier (kind, number);
`;

/**
 * Steps that bring a file of an earlier version up to date, in order; the file counts how many it has had. The columns
 * of `issue` are read out of its document, so that searches find indexes and no fact is kept twice.
 */
export const MIGRATIONS: readonly string[] = [
  `
  ALTER TABLE project ADD COLUMN trashed INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE issue ADD COLUMN serial INTEGER GENERATED ALWAYS AS (CAST(id AS INTEGER)) VIRTUAL;
  ${[
    ['type', '$.type'],
    ['status', '$.status'],
    ['category', '$.statusCategory'],
    ['priority', '$.priority'],
    ['resolution', '$.resolution'],
    ['assignee', '$.assignee'],
    ['reporter', '$.reporter'],
    ['created', '$.created'],
    ['updated', '$.updated'],
    ['resolved', '$.resolved'],
    ['due', '$.dueDate'],
  ]
    .map(
      ([column, path]) =>
        `ALTER TABLE issue ADD COLUMN ${column ?? ''} TEXT GENERATED ALWAYS AS (json_extract(document, '${path ?? ''}')) VIRTUAL;`,
    )
    .join('\n')}
  ALTER TABLE issue ADD COLUMN restricted INTEGER GENERATED ALWAYS AS (json_extract(document, '$.restricted')) VIRTUAL;
  ALTER TABLE issue ADD COLUMN archived INTEGER GENERATED ALWAYS AS (json_extract(document, '$.archivedAt') IS NOT NULL) VIRTUAL;
  CREATE INDEX issue_updated ON issue (project_id, updated, serial);
  CREATE INDEX issue_serial ON issue (project_id, serial);
  CREATE INDEX issue_status ON issue (project_id, status);
  CREATE VIEW live_project AS SELECT * FROM project WHERE trashed = 0;
  CREATE VIEW live_issue AS SELECT issue.* FROM issue JOIN project ON project.id = issue.project_id WHERE project.trashed = 0;
  CREATE TABLE former_key (key TEXT PRIMARY KEY, issue_id TEXT NOT NULL) STRICT;
  CREATE TABLE last_number (project_id TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
  CREATE TABLE status (name TEXT PRIMARY KEY, category TEXT NOT NULL) STRICT;
  INSERT OR IGNORE INTO status SELECT status, category FROM issue;
  CREATE TABLE link_type (name TEXT PRIMARY KEY, outward TEXT NOT NULL, inward TEXT NOT NULL) STRICT;
  INSERT OR IGNORE INTO link_type SELECT type, outward, inward FROM link;
  CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, trigger_key TEXT NOT NULL, due INTEGER NOT NULL,
    rank REAL NOT NULL, attempts INTEGER NOT NULL, retry TEXT, payload TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_due ON event (due);
  `,
  'CREATE INDEX link_source ON link (source_key);',
  WIKI_TABLES,
  PROPERTY_TABLE,
  NOTIFICATION_TABLE,
];

const text = z.string().nullable();
const number = z.number().nullable();

export const personDocument: z.ZodType<Person> = z.object({
  accountId: z.string(),
  name: z.string(),
  role: z.enum(['admin', 'lead', 'member', 'reader', 'outsider', 'none']),
  locale: z.enum(['en-US', 'zh-CN']),
  timeZone: z.string(),
  active: z.boolean(),
  products: z.array(z.enum(['jira', 'confluence'])).exactOptional(),
  hidesProfile: z.boolean().exactOptional(),
});

export const projectDocument: z.ZodType<Project> = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  archived: z.boolean().exactOptional(),
});

export const versionDocument: z.ZodType<Version> = z.object({
  id: z.string(),
  name: z.string(),
  released: z.boolean(),
  releaseDate: text,
});

export const changeDocument: z.ZodType<Change> = z.object({
  at: z.string(),
  by: text,
  field: z.string(),
  from: text,
  to: text,
  fromId: text.exactOptional(),
  toId: text.exactOptional(),
});

export const issueDocument: z.ZodType<Issue> = z.object({
  id: z.string(),
  key: z.string(),
  projectId: z.string(),
  type: z.string(),
  subtask: z.boolean(),
  summary: z.string(),
  description: text,
  status: z.string(),
  statusCategory: z.enum(['new', 'indeterminate', 'done']),
  priority: text,
  resolution: text,
  labels: z.array(z.string()),
  components: z.array(z.string()),
  fixVersions: z.array(versionDocument),
  parentKey: text,
  reporter: text,
  assignee: text,
  created: z.string(),
  updated: z.string(),
  resolved: text,
  dueDate: text,
  originalEstimateSeconds: number,
  remainingEstimateSeconds: number,
  timeSpentSeconds: number,
  restricted: z.boolean(),
  archivedAt: text.exactOptional(),
  comments: z.number(),
});
