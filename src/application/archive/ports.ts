import type { FoundEvent, FoundValue } from '../../domain/journal/found';
import type { StreamHead } from '../../domain/journal/event';
import type { Report } from '../../domain/summary/report';
import type { ArchiveHeader, ArchivePiece } from '../../contract/archiveFile';
import type { ProjectKey } from '../data/ports';
import type { AssessmentStore } from '../impact/ports';
import type { Outside, Visibility } from '../ports';

/** A frozen document of an assessment, as its event in the journal vouches for it. */
export interface KeptDocument {
  readonly digest: string;
  readonly changeId: string;
}

export interface KeptEdition {
  readonly id: string;
  readonly pageId: string;
  /** Null when it is erased. */
  readonly report: Report | null;
}

/** What lies beside the journal, up to an event of it. */
export interface ArchiveContents {
  counts(projectId: string, until: number): Promise<{ readonly documents: number; readonly editions: number }>;
  /** In the order of their digests, from the place on. */
  documents(projectId: string, until: number, offset: number, limit: number): Promise<readonly KeptDocument[]>;
  /** In the order in which they were frozen. */
  editions(projectId: string, until: number, offset: number, limit: number): Promise<readonly KeptEdition[]>;
}

/** An import on its way: nothing of it is seen anywhere until all of it is there and right. */
export interface ImportState {
  readonly importId: string;
  readonly header: ArchiveHeader;
  /** The line that is to come next, from 0. */
  readonly nextLine: number;
  /** The last event that was taken; null before the first. */
  readonly head: StreamHead | null;
  /** Documents and editions that were taken whole. */
  readonly contents: number;
  /** Whether all is right, so that the events are being put into the journal. */
  readonly isMoving: boolean;
}

export interface StagedValue {
  readonly id: string;
  readonly commandId: string;
  readonly found: FoundValue;
}

export interface ArchiveImports {
  find(projectId: string): Promise<ImportState | null>;
  /** Forgets any other import into the project. */
  begin(projectId: string, importId: string, header: ArchiveHeader, at: number): Promise<void>;
  /** Moves on from the line `from`, unless another call has. */
  advance(projectId: string, from: number, state: ImportState, at: number): Promise<void>;
  /** Notes that from now on the events are put into the journal. */
  beginMoving(projectId: string, importId: string): Promise<void>;
  /** Of the items, the last version that was taken. */
  itemVersions(projectId: string, upTo: number, itemIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Whether any of these ids belongs to another project. */
  belongElsewhere(
    projectId: string,
    ids: {
      readonly items: readonly string[];
      readonly commands: readonly string[];
      readonly values: readonly string[];
    },
  ): Promise<boolean>;
  stage(projectId: string, events: readonly FoundEvent[], values: readonly StagedValue[], at: number): Promise<void>;
  /** The data of the item's events that froze something. */
  frozen(projectId: string, itemId: string): Promise<readonly object[]>;
  keepPiece(projectId: string, name: string, piece: ArchivePiece): Promise<void>;
  /** The pieces put together, which are then forgotten; null when one is missing. */
  assemble(projectId: string, name: string, parts: number): Promise<string | null>;
  /** Whoever was first is right. */
  keepEdition(edition: KeptEdition, at: number): Promise<void>;
  /** The first event of the project's journal, and whether it is what was staged; null when there is none. */
  lowest(projectId: string): Promise<{ readonly version: number; readonly isStaged: boolean } | null>;
  /** Puts staged events into the journal: all or none of them. */
  move(projectId: string, from: number, to: number): Promise<void>;
  clear(projectId: string): Promise<void>;
  /** Forgets what nobody went on with since the instant, unless its events are being moved. */
  sweep(before: number): Promise<void>;
}

/** Compressed text in base64. */
export interface Packing {
  pack(text: string): Promise<string>;
  /** Null when it is none, or more than anything that this app froze. */
  unpack(body: string): Promise<string | null>;
}

export interface ArchiveOutside extends Outside {
  readonly contents: ArchiveContents;
  readonly imports: ArchiveImports;
  readonly assessmentStore: AssessmentStore;
  readonly packing: Packing;
  readonly projectKey: ProjectKey;
  /** Which issues the viewer may edit, asked as `visibility` is. */
  readonly editable: Visibility;
  /** Whether this version of the app knows what such an event holds. */
  readonly isKnownEvent: (event: FoundEvent) => boolean;
  /** Null when the text is no report. */
  readonly readReport: (text: string) => Report | null;
}
