import type {
  ChangeMove,
  ChangeSource,
  ChangeState,
  DecisionMethod,
  DecisionOutcome,
  OptionKind,
  Urgency,
  Verdict,
} from '../../contract/changeVocabulary';
import type { Effort } from '../../contract/issues';
import type { Tier } from '../../contract/settings';
import type { Decision, ErasableRef, JournalEvent } from '../journal/event';

/** A way to meet the request. Money is in the project's currency. */
export interface Option {
  readonly id: string;
  readonly kind: OptionKind;
  readonly title: ErasableRef | null;
  readonly effort: Effort | null;
  readonly fixedCost: number;
  /** Issues that are dropped for it. */
  readonly dropped: readonly string[];
}

/** What is asked for; texts stand apart so that they can be erased. */
export interface ChangeContent {
  readonly title: ErasableRef;
  readonly from: ErasableRef | null;
  readonly to: ErasableRef | null;
  readonly reason: ErasableRef | null;
  readonly source: ChangeSource;
  /** A contact. */
  readonly requestedBy: string | null;
  readonly urgency: Urgency;
  /** `YYYY-MM-DD`. */
  readonly validUntil: string | null;
  readonly ifNot: ErasableRef | null;
  /** Ids of the issues it concerns, the one it was raised on among them. */
  readonly requirements: readonly string[];
  /** In the order of their letters. */
  readonly options: readonly Option[];
}

/** What somebody said of an issue while assessing. */
export interface Review {
  readonly issueId: string;
  readonly verdict: Verdict;
  readonly reason: ErasableRef | null;
  readonly effort: Effort | null;
}

/** What was assessed, by the digest of the document that holds it, and what the journal itself needs of it. */
export interface Frozen {
  /** SHA-256 of inputs and results, hexadecimal. */
  readonly digest: string;
  /** SHA-256 of the inputs, hexadecimal. */
  readonly inputsDigest: string;
  readonly engine: string;
  readonly results: readonly { readonly optionId: string; readonly tier: Tier }[];
  /** Ids of affected issues, the most confident first, at most `AFFECTED_LIMIT`. */
  readonly affected: readonly string[];
}

/** What was decided, on what grounds. */
export interface Verdicts {
  readonly outcome: DecisionOutcome;
  readonly optionId: string | null;
  readonly conditions: ErasableRef | null;
  /** A contact. */
  readonly decider: string | null;
  readonly clientSaid: ErasableRef | null;
  readonly method: DecisionMethod;
  readonly evidence: ErasableRef | null;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
}

/** What an assessment predicted, held against what happened between decision and closure. */
export interface ActualFigures {
  readonly predicted: number;
  readonly touched: number;
  /** Predicted and touched. */
  readonly hits: number;
  /** Predicted requirements / all requirements of the project; null where it has none. */
  readonly listedShare: number | null;
  /** Ids of issues touched though not predicted, at most `MISSED_LIMIT`. */
  readonly missed: readonly string[];
  readonly byLinkType: readonly {
    readonly type: string;
    readonly predicted: number;
    readonly hits: number;
    /** How many hits the confidences made one expect. */
    readonly expected: number;
  }[];
}

interface Step {
  readonly from: ChangeState;
  readonly to: ChangeState;
}

export type ChangeDecision =
  | Decision<
      'change.raised',
      ChangeContent & {
        readonly projectId: string;
        readonly issueId: string;
        readonly number: number;
        readonly feedbackId: string | null;
      }
    >
  | Decision<'change.edited', Step & { readonly changes: Partial<ChangeContent> }>
  | Decision<'change.reviewed', Step & { readonly reviews: readonly Review[] }>
  | Decision<
      'change.moved',
      { readonly from: ChangeState; readonly to: ChangeMove; readonly reason: ErasableRef | null }
    >
  | Decision<'change.frozen', Frozen & { readonly from: ChangeState }>
  | Decision<'change.decided', Verdicts & { readonly from: ChangeState; readonly knowingly: boolean }>
  | Decision<'change.verified', ActualFigures & { readonly from: ChangeState }>
  | Decision<'change.textsErased', { readonly count: number }>;

export type ChangeEvent = JournalEvent<ChangeDecision>;
