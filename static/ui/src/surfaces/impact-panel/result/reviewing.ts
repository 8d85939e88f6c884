import type { Failure } from '../../../lib/call';
import type { Review } from '../state/reviews';

/** How a person corrects an assessment. */
export interface Reviewing {
  /** Keeps what was said of one issue; null when it is kept. */
  readonly save: (review: Review) => Promise<Failure | null>;
  /** The reason given for what was said of an issue; null where there is none. */
  readonly reasonOf: (issueId: string) => string | null;
  /** The id of the issue's project, where further issues are looked for. */
  readonly projectId: string;
}
