import type { ArchiveLine } from './archiveFile';

/** Where an export goes on. */
export interface ArchivePlace {
  readonly part: 'journal' | 'documents' | 'editions';
  /** The number of the last event, or how many documents or editions came before. */
  readonly after: number;
  /** The last event of the export: what is decided while it runs belongs to the next one. */
  readonly until: number;
}

/** Some of an archive, in order; each of `lines` is one line of the file. */
export interface ArchivePage {
  readonly lines: readonly ArchiveLine[];
  /** What to ask for as `place` to get the next page; null behind the last. */
  readonly next: ArchivePlace | null;
}

/** Why a file is not taken in. Each has a sentence under `archive.fault` in `locales/`. */
export const ARCHIVE_FAULTS = [
  'notAnArchive',
  'otherSite',
  'otherProject',
  'unreadable',
  'altered',
  'withheld',
  'foreign',
  'newer',
  'issue',
  'cutOff',
] as const;
export type ArchiveFault = (typeof ARCHIVE_FAULTS)[number];

/**
 * `taken`: go on with the line `next`, counted from 0; `moving`: all lines are taken and found right, call again without
 * lines until it is `imported`; `notEmpty`: something is recorded in the project, so nothing can be brought into it.
 */
export type ImportProgress =
  | { readonly outcome: 'taken'; readonly next: number }
  | { readonly outcome: 'broken'; readonly line: number; readonly fault: ArchiveFault; readonly issueId: string | null }
  | { readonly outcome: 'moving'; readonly moved: number; readonly events: number }
  | { readonly outcome: 'notEmpty' }
  | { readonly outcome: 'imported'; readonly events: number };

/** What is given as a table for people, who read it in a spreadsheet. */
export const ARCHIVE_TABLES = ['feedback', 'changes', 'contacts'] as const;
export type ArchiveTable = (typeof ARCHIVE_TABLES)[number];

/** Of each table the columns, in order; each has a heading under `data.column` in `locales/`. */
export const ARCHIVE_COLUMNS = {
  feedback: [
    ...(['issue', 'state', 'kind', 'importance', 'channel', 'client', 'contact', 'text', 'saidOn'] as const),
    ...(['recordedAt', 'respondBy', 'respondedAt', 'closedAt'] as const),
  ],
  changes: ['issue', 'number', 'title', 'state', 'tier', 'urgency', 'validUntil', 'raisedAt', 'updatedAt'],
  contacts: ['client', 'contact'],
} as const;

/** Some rows of a table: cells as they are kept, null where there is nothing or nothing any more. */
export interface ArchiveRows {
  readonly rows: readonly (readonly (string | null)[])[];
  /** What to ask for as `after` to get the next page; null behind the last. */
  readonly next: string | null;
}
