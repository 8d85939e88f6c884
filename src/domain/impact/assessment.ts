import type {
  CostResult,
  ImpactRow,
  ImpactWarningCode,
  PathStep,
  ScheduleResult,
  ScopeResult,
  WaitingResult,
} from '../../contract/impact';
import type { ProjectSettings } from '../../contract/settings';
import type { ImpactFacts } from './facts';
import type { ImpactSubject, Tuning } from './subject';

/** Rises with every change that may alter a result; assessments frozen by another version say so. */
export const ENGINE_VERSION = '1';

/** Everything an assessment depends on: the same inputs give the same result, bit for bit. */
export interface AssessmentInputs {
  readonly facts: ImpactFacts;
  readonly subject: ImpactSubject;
  readonly settings: ProjectSettings;
  readonly tuning: Tuning;
  /** `YYYY-MM-DD` where the team works. */
  readonly today: string;
  /** Changes that were known of and not in the facts; null when the mirror had not kept up at all. */
  readonly waiting: number | null;
}

type ById<Row> = { readonly issue: string } & Omit<Row, 'issue' | 'path'>;

/** Issues are ids of Jira throughout: labels depend on who looks. */
export interface AssessedRow extends ById<ImpactRow> {
  readonly path: readonly ById<PathStep>[];
  /** Name of the type of the link that the path arrived by; null for parent, child and what a person added. */
  readonly arrivedBy: string | null;
}

export interface AssessedWarning {
  readonly code: ImpactWarningCode;
  readonly count?: number;
  readonly names?: readonly string[];
  readonly issues?: readonly string[];
}

/** What a change would do, whoever looks at it. */
export interface Assessment {
  readonly scope: Pick<ScopeResult, 'edges' | 'listedShare'> & {
    readonly rows: readonly AssessedRow[];
    readonly starts: readonly string[];
  };
  readonly schedule: Omit<ScheduleResult, 'cycles'> & { readonly cycles: readonly (readonly string[])[] };
  readonly cost: CostResult;
  readonly quality: { readonly tests: readonly string[]; readonly defects: readonly string[] };
  readonly waiting: WaitingResult;
  readonly warnings: readonly AssessedWarning[];
}
