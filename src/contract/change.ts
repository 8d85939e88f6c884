import type {
  ChangeSource,
  ChangeState,
  DecisionMethod,
  DecisionOutcome,
  OptionKind,
  Urgency,
} from './changeVocabulary';
import type { ContactView, Day, Instant } from './feedback';
import type { ImpactResult, TrackRecord } from './impact';
import type { Effort, IssueLabel } from './issues';
import type { Tier } from './settings';

export interface ChangeSummary {
  readonly id: string;
  /** Rises by one with every decision on it; commands name the version they were made on. */
  readonly version: number;
  /** A short number within the project, for people to say. */
  readonly number: number;
  readonly state: ChangeState;
  /** Null once the texts have been erased. */
  readonly title: string | null;
  /** Of the frozen assessment; null before there is one. */
  readonly tier: Tier | null;
  readonly urgency: Urgency;
  readonly validUntil: Day | null;
  readonly updatedAt: Instant;
  readonly mine: boolean;
}

/** A way to meet the request. */
export interface ChangeOption {
  readonly id: string;
  readonly kind: OptionKind;
  readonly title: string | null;
  /** Effort of the change itself, beyond what it makes others redo; null: nobody has said. */
  readonly effort: Effort | null;
  /** What it costs besides effort, in the project's currency. */
  readonly fixedCost: number;
  /** With `swap`: requirements that are dropped for it, those the viewer sees. */
  readonly dropped: readonly IssueLabel[];
  readonly droppedHidden: number;
}

/** What a person said of an issue while assessing. */
export interface ReviewEntry {
  readonly issueId: string;
  readonly verdict: 'include' | 'exclude' | 'adjust';
  /** Null where none was given or it has been erased. */
  readonly reason: string | null;
  readonly effort: Effort | null;
}

export interface DecisionView {
  readonly outcome: DecisionOutcome;
  readonly optionId: string | null;
  readonly conditions: string | null;
  readonly decider: ContactView | null;
  /** Who entered it, an account id. */
  readonly recordedBy: string | null;
  readonly clientSaid: string | null;
  readonly method: DecisionMethod;
  readonly evidence: string | null;
  readonly decidedOn: Day;
  readonly at: Instant;
  /** Whether it was taken although the assessment was out of date. */
  readonly knowingly: boolean;
}

export interface ChangeHistoryEntry {
  readonly version: number;
  readonly action: 'raised' | 'edited' | 'reviewed' | 'moved' | 'frozen' | 'decided' | 'verified' | 'textsErased';
  readonly at: Instant;
  readonly by: string | null;
  readonly from: ChangeState | null;
  readonly to: ChangeState | null;
  /** For those who may edit the issue; otherwise null. */
  readonly reason: string | null;
  /** With `edited`: which fields. */
  readonly fields: readonly string[];
}

/** Another open change request that touches some of the same issues. */
export interface ChangeConflict {
  readonly change: Pick<ChangeSummary, 'id' | 'number' | 'state' | 'title'>;
  /** The issues both touch, those the viewer sees. */
  readonly shared: readonly IssueLabel[];
  readonly hidden: number;
}

/** What was predicted for a verified change, and what happened. */
export interface ActualImpact {
  readonly predicted: number;
  readonly touched: number;
  /** Predicted and touched. */
  readonly hits: number;
  /** hits / touched; null when nothing was touched. */
  readonly recall: number | null;
  /** hits / predicted; null when nothing was predicted. */
  readonly precision: number | null;
  /** predicted / all requirements of the project. */
  readonly listedShare: number | null;
  /** Touched though not predicted, those the viewer sees. */
  readonly missed: readonly IssueLabel[];
  readonly missedHidden: number;
}

/** Why a frozen assessment is not up to date any more. */
export interface Staleness {
  /** Issues concerned or affected that have changed since, those the viewer sees, with what. */
  readonly changed: readonly (IssueLabel & { readonly what: readonly StaleReason[] })[];
  readonly hidden: number;
}
export const STALE_REASONS = [
  'status',
  'estimate',
  'links',
  'version',
  'moved',
  'deleted',
  'added',
  'summary',
] as const;
export type StaleReason = (typeof STALE_REASONS)[number];

/** What was assessed, as it was when it was frozen. */
export interface FrozenAssessment {
  readonly at: Instant;
  readonly by: string | null;
  readonly engine: string;
  /** SHA-256 of inputs and results, hexadecimal. */
  readonly digest: string;
  /** One result an option, in the options' order. */
  readonly results: readonly { readonly optionId: string; readonly tier: Tier; readonly result: ImpactResult }[];
  /** The deciders that the tier asks for. */
  readonly deciders: readonly string[];
  /** Null when nothing has changed since. */
  readonly stale: Staleness | null;
}

export interface ChangeDetail extends ChangeSummary {
  readonly issue: IssueLabel;
  readonly description: { readonly from: string | null; readonly to: string | null };
  readonly reason: string | null;
  readonly source: ChangeSource;
  readonly requestedBy: ContactView | null;
  /** The effect of not doing it. */
  readonly ifNot: string | null;
  readonly requirements: readonly IssueLabel[];
  readonly requirementsHidden: number;
  /** The feedback it came from. */
  readonly feedbackId: string | null;
  readonly options: readonly ChangeOption[];
  /** Only entries on issues the viewer sees. */
  readonly reviews: readonly ReviewEntry[];
  readonly frozen: FrozenAssessment | null;
  readonly decision: DecisionView | null;
  readonly actual: ActualImpact | null;
  readonly conflicts: readonly ChangeConflict[];
  readonly history: readonly ChangeHistoryEntry[];
  readonly may: { readonly edit: boolean; readonly erase: boolean };
}

/** What the panel needs when it opens, in one call. */
export interface ImpactOverview {
  readonly issue: { readonly id: string; readonly key: string; readonly projectId: string };
  readonly mayEdit: boolean;
  /** Those that concern the issue, open ones first. */
  readonly changes: readonly ChangeSummary[];
  /** `preparing`: the project is being read for the first time. */
  readonly readiness:
    | { readonly state: 'ready' }
    | { readonly state: 'preparing'; readonly done: number; readonly expected: number | null }
    | { readonly state: 'unprepared' };
  readonly trackRecord: TrackRecord;
  readonly currency: string;
  readonly now: Instant;
}
