import type { CategoryStep, DaySteps, DayState, StatusChange } from '../../domain/mirror/days';
import type { MirroredIssue, MirroredVersion, StatusCategory } from '../../domain/mirror/issue';

/** Jira as the app itself sees it: every issue, whoever may see it. What comes from here is shown to nobody unfiltered. */
export interface MirrorSource {
  /** Up to 100 issues; `failed` names those that Jira could not give now, the rest of the missing do not exist. */
  issues(
    ids: readonly string[],
  ): Promise<{ readonly found: readonly MirroredIssue[]; readonly failed: readonly string[] }>;
  /** A page of the project's issues by id, with the changes of their status. */
  page(projectId: string, token: string | null): Promise<Page<IssueWithChanges>>;
  /** A page of those changed in the last minutes, oldest change first. */
  changedPage(projectId: string, withinMinutes: number, token: string | null): Promise<Page<MirroredIssue>>;
  /** A page of up to 5,000 ids of the project's issues. */
  idPage(projectId: string, token: string | null): Promise<Page<string>>;
  /** Ids of issues in other projects whose parent is one of up to 100 of the project's. */
  childrenElsewhere(projectId: string, parentIds: readonly string[]): Promise<readonly string[]>;
  /** About how many issues the project has; null when Jira knows no such project. */
  count(projectId: string): Promise<number | null>;
  /** The changes of status of these issues, by issue. */
  statusChanges(ids: readonly string[]): Promise<ReadonlyMap<string, readonly StatusChange[]>>;
  statusCategories(): Promise<ReadonlyMap<string, StatusCategory>>;
  /** Null when the project is gone: deleted, in the bin or archived. */
  project(id: string): Promise<{ readonly key: string } | null>;
  versions(projectId: string): Promise<readonly MirroredVersion[]>;
}

export interface IssueWithChanges {
  readonly issue: MirroredIssue;
  /** Null where Jira did not give them all along with the issue: they have to be asked for. */
  readonly changes: readonly StatusChange[] | null;
}

/** `refused`: Jira does not accept the query or the token any more. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null } | 'refused';

/** What a project's background work is doing: reading all issues, filling in past days, or comparing ids. */
export type JobPhase = 'none' | 'issues' | 'days' | 'sweep';

/** The key of a project until its first page is read: whoever asked for it waits for no request made as the app. */
export const UNKNOWN_KEY = '';

export interface MirrorProject {
  readonly id: string;
  /** `UNKNOWN_KEY` at first. */
  readonly key: string;
  /** `ready` once it has been read whole; `gone` while Jira has no such project. */
  readonly state: 'building' | 'ready' | 'gone';
  /** The command that asked for it last. */
  readonly commandId: string;
  readonly generation: string;
  readonly step: number;
  readonly holder: string;
  readonly phase: JobPhase;
  readonly token: string | null;
  readonly done: number;
  readonly expected: number | null;
  readonly startedAt: number;
  readonly touchedAt: number;
  readonly pausedUntil: number;
  /** Null until it has been read whole, and from when it goes or is restored until it has been read again. */
  readonly rebuiltAt: number | null;
  /** Everything that changed before is in the mirror. */
  readonly watermark: number;
  readonly countedAt: number;
  readonly refreshMark: string | null;
}

/** Where a job stands after a page; nothing is changed unless it is still at `step` of the generation. */
export interface JobProgress {
  readonly projectId: string;
  readonly generation: string;
  readonly step: number;
  readonly holder: string;
  readonly phase: JobPhase;
  readonly token: string | null;
  readonly done: number;
  readonly expected: number | null;
  readonly at: number;
}

/** Where a job goes on after a round; null when it is done. */
export interface NextRound {
  readonly phase: JobPhase;
  readonly token: string | null;
  readonly done: number;
  readonly expected: number | null;
}

export interface DirtyIssue {
  readonly id: string;
  readonly mark: string;
}

/** What the mirror knows of an issue already. */
export interface KnownIssue {
  readonly id: string;
  readonly gone: boolean;
  readonly fetchedAt: number;
  /** The `updated` of the issue whose history has been read; 0 for none. */
  readonly historyOf: number;
}

export interface MirrorCounts {
  readonly issues: number;
  readonly links: number;
  readonly versions: number;
  readonly waiting: number;
  readonly waitingSince: number | null;
}

export interface MirrorStore {
  projects(): Promise<readonly MirrorProject[]>;
  project(id: string): Promise<MirrorProject | null>;
  /** Begins a job; a project that is not mirrored yet is from now on. */
  begin(job: Pick<MirrorProject, 'id' | 'key' | 'commandId' | 'generation' | 'phase'>, at: number): Promise<void>;
  join(projectId: string, commandId: string): Promise<void>;
  advance(progress: JobProgress): Promise<void>;
  touch(
    projectId: string,
    generation: string,
    change: { readonly at: number; readonly pausedUntil: number },
  ): Promise<void>;
  finishRebuild(projectId: string, generation: string, at: number): Promise<void>;
  finishSweep(projectId: string, generation: string, at: number): Promise<void>;
  /** Stops its work; its issues are another matter. */
  projectGone(projectId: string, at: number): Promise<void>;
  moveWatermark(projectId: string, watermark: number): Promise<void>;
  counted(projectId: string, at: number): Promise<void>;
  renamed(projectId: string, key: string): Promise<void>;

  /** Notes an issue as changed, if it or its project is mirrored; one statement. */
  noteIssue(issueId: string, projectId: string | null, mark: string): Promise<void>;
  /** Notes those of the issues that are mirrored; one statement. */
  noteKnown(issueIds: readonly string[], mark: string): Promise<void>;
  /** `restored`: it was away for a while, so whatever was read meanwhile has to be read again. */
  noteProject(projectId: string, mark: string, restored: boolean): Promise<void>;
  refreshed(projectId: string, mark: string): Promise<void>;
  note(issueIds: readonly string[], mark: string): Promise<void>;
  noteChildren(parentIds: readonly string[], mark: string): Promise<void>;
  /** The same for issues of other projects below one of the project's. */
  noteChildrenElsewhere(projectId: string, mark: string): Promise<void>;
  noteUnseen(projectId: string, before: number, mark: string): Promise<void>;
  /** The longest waiting first. */
  dirty(limit: number): Promise<readonly DirtyIssue[]>;
  /** A mark that was renewed meanwhile stays. */
  clean(dirty: readonly DirtyIssue[]): Promise<void>;

  known(ids: readonly string[]): Promise<ReadonlyMap<string, KnownIssue>>;
  /** Takes in what was read at `fetchedAt`, never going backwards; issues of projects not mirrored count as gone. */
  save(issues: readonly MirroredIssue[], mirrored: ReadonlySet<string>, fetchedAt: number): Promise<void>;
  issuesGone(ids: readonly string[], fetchedAt: number): Promise<void>;
  issuesOfProjectGone(projectId: string, fetchedAt: number): Promise<void>;
  seen(ids: readonly string[], at: number): Promise<void>;
  /** Those of the ids that the mirror has as living issues of the project. */
  present(projectId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  saveVersions(projectId: string, versions: readonly MirroredVersion[], fetchedAt: number, mark: string): Promise<void>;
  saveHistory(
    issue: Pick<MirroredIssue, 'id' | 'updated'>[],
    steps: readonly (CategoryStep & { issueId: string })[],
  ): Promise<void>;

  stepsByDay(projectId: string): Promise<readonly DaySteps[]>;
  /** Days that were counted while they lasted stay as they are, unless the new ones were too. */
  saveDays(projectId: string, days: readonly DayState[], live: boolean): Promise<void>;
  countsByCategory(): Promise<ReadonlyMap<string, DayState['counts']>>;
  counts(projectId: string): Promise<MirrorCounts>;
  /** Forgets what has been gone since before the instant. */
  forget(before: number): Promise<void>;
}

/** One slice of background work. */
export interface JobSlice {
  readonly projectId: string;
  readonly generation: string;
  readonly step: number;
}

export interface MirrorQueue {
  push(slice: JobSlice): Promise<void>;
}

/** Everything the mirror needs of the outside. */
export interface MirrorOutside {
  readonly source: MirrorSource;
  readonly mirror: MirrorStore;
  readonly queue: MirrorQueue;
  readonly now: () => number;
  readonly newId: () => string;
  /** Milliseconds that the invocation may still run. */
  readonly remaining: () => number;
  readonly log: (message: string) => void;
}
