import type { Band } from './changeVocabulary';
import type { Day } from './feedback';
import type { Effort, IssueLabel } from './issues';

/** One step of an explanation: from the issue before it by these words ("is required by"); null words for a parent or child. */
export interface PathStep {
  /** Null for an issue the viewer may not see. */
  readonly issue: IssueLabel | null;
  readonly words: string | null;
  readonly relation: 'link' | 'parent' | 'child';
}

/** Where an issue's effort comes from. */
export type EffortSource = 'person' | 'estimate' | 'history' | 'none';

export interface ImpactRow {
  readonly issue: IssueLabel;
  readonly type: string;
  readonly status: string;
  readonly statusCategory: 'new' | 'indeterminate' | 'done';
  readonly isRequirement: boolean;
  readonly band: Band;
  /** 0 to 1. */
  readonly confidence: number;
  /** From a changed requirement to this issue, the start first; empty for what a person added. */
  readonly path: readonly PathStep[];
  /** Whether it is delivered, so that touching it means working twice. */
  readonly isRework: boolean;
  readonly effort: Effort | null;
  readonly effortSource: EffortSource;
  readonly verdict: 'include' | 'exclude' | 'adjust' | null;
}

/** An issue with a similar text, where nothing is linked: possible, never certain. */
export interface SimilarIssue {
  readonly issue: IssueLabel;
  readonly similarity: number;
  /** Words or pieces of words that both share. */
  readonly shared: readonly string[];
}

/** What is missing or doubtful; each has a sentence under `impact.warning.<code>` in `locales/`. */
export const IMPACT_WARNINGS = [
  'noLinks',
  'nothingFound',
  'noEstimates',
  'someEstimatesMissing',
  'estimatesRepaired',
  'noVersions',
  'noHistory',
  'shortHistory',
  'standstill',
  'zeroCapacity',
  'cycles',
  'milestoneInPast',
  'unknownLinkTypes',
  'noRate',
  'noBudget',
  'olderEngine',
  'mirrorBehind',
  'truncated',
] as const;
export type ImpactWarningCode = (typeof IMPACT_WARNINGS)[number];
export interface ImpactWarning {
  readonly code: ImpactWarningCode;
  readonly count?: number;
  /** Names, for example of link types that no rule knows. */
  readonly names?: readonly string[];
  readonly issues?: readonly IssueLabel[];
}

export interface ScopeResult {
  /** Most confident first; excluded ones included, marked by their verdict. */
  readonly rows: readonly ImpactRow[];
  /** Affected issues the viewer may not see. */
  readonly hidden: number;
  /** Edges among the shown issues for the graph: indexes of rows, -1 - i for the i-th start. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly words: string | null }[];
  readonly starts: readonly IssueLabel[];
  /** Affected requirements / all requirements of the project. */
  readonly listedShare: number | null;
  readonly similar: readonly SimilarIssue[];
}

/** A distribution of a finish day. */
export interface FinishRange {
  readonly p50: Day;
  readonly p80: Day;
  readonly p95: Day;
}

export interface MilestoneImpact {
  readonly version: { readonly id: string; readonly name: string; readonly date: Day | null };
  readonly before: FinishRange;
  readonly after: FinishRange;
  /** Working days at P50 and P80. */
  readonly slip: { readonly p50: number; readonly p80: number };
  /** Chance of making the date, 0 to 1; null without a date. */
  readonly chance: { readonly before: number; readonly after: number } | null;
  readonly openIssues: number;
}

export interface ScheduleResult {
  readonly milestones: readonly MilestoneImpact[];
  /** Everything that is open in the project. */
  readonly overall: { readonly before: FinishRange; readonly after: FinishRange } | null;
  /** Whether it rests on estimates with dependencies or on the project's own history. */
  readonly basis: 'estimates' | 'history' | 'mixed' | 'none';
  /** The last day that is told, ten years ahead: what is said to end on it ends then or later, out of sight. */
  readonly horizon: Day;
  /** How well earlier forecasts of this project held; null without enough history. */
  readonly trackRecord: ForecastRecord | null;
  readonly cycles: readonly (readonly IssueLabel[])[];
}

/** How often the project's finish days came to lie before what was forecast, of `count` past forecasts. */
export interface ForecastRecord {
  readonly count: number;
  readonly held: { readonly p50: number; readonly p80: number; readonly p95: number };
}

export interface CostResult {
  readonly effort: Effort;
  readonly rework: Effort;
  /** In the project's currency; null without a rate. */
  readonly money: Effort | null;
  readonly reworkMoney: Effort | null;
  readonly fixed: number;
  /** Of the budget, in percent, likely; null without one. */
  readonly budgetShare: number | null;
}

export interface QualityResult {
  /** Tests of what is affected, to be run again. */
  readonly tests: readonly IssueLabel[];
  readonly testsHidden: number;
  /** Open defects that touch it. */
  readonly defects: readonly IssueLabel[];
  readonly defectsHidden: number;
}

export interface WaitingResult {
  /** The next milestone that waiting moves; null when none does. */
  readonly milestone: { readonly id: string; readonly name: string } | null;
  /** Working days it moves for each working day of waiting. */
  readonly slipPerDay: number;
  /** Working days one can wait before it moves; null when it moves at once or never. */
  readonly slack: number | null;
}

export interface ImpactResult {
  readonly scope: ScopeResult;
  readonly schedule: ScheduleResult;
  readonly cost: CostResult;
  readonly quality: QualityResult;
  readonly waiting: WaitingResult;
  readonly warnings: readonly ImpactWarning[];
}

/** A requirement that has not been begun, which a change might be had for. */
export interface SwapOffer {
  readonly issue: IssueLabel;
  readonly status: string;
  readonly effort: Effort;
  readonly effortSource: EffortSource;
}

/** How right the analyses of this project have been. */
export interface TrackRecord {
  /** How many verified changes it rests on, the last 12 at most. */
  readonly analyses: number;
  /** Share of what was touched that had been found, 0 to 1. */
  readonly found: number | null;
  /** Share of what had been predicted that was not touched. */
  readonly falseAlarms: number | null;
  readonly listedShare: number | null;
  /** By link type as the path arrived by it. */
  readonly byLinkType: readonly { readonly type: string; readonly predicted: number; readonly hits: number }[];
  /** Whether link strengths are adjusted by it. */
  readonly tuning: boolean;
}
