import type { Effort } from '../../contract/issues';

/** What a person said of an issue, as the assessment takes it in. */
export interface Review {
  readonly issueId: string;
  readonly verdict: 'include' | 'exclude' | 'adjust';
  readonly effort: Effort | null;
}

/** What is assessed: that these requirements change, in one of the ways that were weighed. Issues are ids of Jira. */
export interface ImpactSubject {
  readonly requirements: readonly string[];
  /** Effort of the change itself; null: nobody has said. */
  readonly effort: Effort | null;
  readonly fixedCost: number;
  /** Requirements that are dropped for it. */
  readonly dropped: readonly string[];
  readonly reviews: readonly Review[];
}

/** How much stronger or weaker than its rule says a link type has proved, by the type's name in small letters. */
export type Tuning = Readonly<Record<string, number>>;
