import type { IssueLabel } from '../../contract/issues';
import type { FieldChange, Outcome } from '../../domain/impact/actual';
import type { FoundFacts } from '../../domain/impact/gatherFacts';
import type { Surrounding } from '../../domain/impact/surroundings';

/** What a verified change request predicted and met. */
export type PastOutcome = Omit<Outcome, 'missed'>;

export interface FactsFound extends FoundFacts {
  /** The latest verified change requests of the project, at most `LAST_ANALYSES`. */
  readonly outcomes: readonly PastOutcome[];
  /** Null when the project is not mirrored. */
  readonly mirror: {
    readonly state: 'building' | 'ready' | 'gone';
    /** Everything that changed before is in the mirror; milliseconds since 1970. */
    readonly watermark: number;
    /** Changes of the project that are known of and not read yet. */
    readonly waiting: number;
  } | null;
}

/** An issue as it is now; its summary as it stands. */
export interface FoundSurrounding extends Surrounding {
  readonly id: string;
}

/** What impact reads of the mirror: every issue, whoever may see it. Nothing of it is shown unfiltered. */
export interface ImpactStore {
  /** A project's issues and what is joined to them; one statement up to 20,000 issues and as many links. */
  facts(projectId: string): Promise<FactsFound>;
  /** Those of the issues that live, in any order; one statement. */
  labels(ids: readonly string[]): Promise<readonly IssueLabel[]>;
  /** The same, and with them the project's issues of the types that changed last, in one statement. */
  labelsAndCandidates(
    ids: readonly string[],
    candidates: { readonly projectId: string; readonly types: readonly string[]; readonly limit: number },
  ): Promise<readonly IssueLabel[]>;
  /** The latest verified change requests of the project, at most `limit`; one statement. */
  outcomes(projectId: string, limit: number): Promise<readonly PastOutcome[]>;
  /** Those of the issues that changed since the instant, in their order; a statement for each thousand. */
  changedSince(ids: readonly string[], since: number): Promise<readonly string[]>;
  /** Those of the issues that live, and what they are joined to; a statement for each thousand. */
  surroundings(ids: readonly string[]): Promise<readonly FoundSurrounding[]>;
}

/** Texts that are kept as they are, found by their SHA-256. */
export interface AssessmentStore {
  /** Saving the same text again changes nothing. */
  save(kept: {
    readonly projectId: string;
    readonly changeId: string;
    readonly digest: string;
    readonly text: string;
    /** Milliseconds since 1970. */
    readonly at: number;
  }): Promise<void>;
  /** Null when it is not there, or not all of it. */
  read(digest: string): Promise<string | null>;
  /** Deletes what was saved before the instant and no event names; returns how many texts, a limited number a call. */
  sweepOrphans(before: number): Promise<number>;
}

/** What Jira knows of the past of issues, as the app itself sees it. */
export interface HistorySource {
  /** Changes of fields since the instant (milliseconds since 1970), of the first issues as far as ten calls reach. */
  changesSince(ids: readonly string[], since: number): Promise<readonly FieldChange[]>;
}
