import type { FrozenAssessment } from '../../contract/change';
import type { Change } from '../../domain/change/change';
import type { Viewer } from '../ports';

/** What change requests need to know of their frozen assessments. */
export interface FrozenAssessments {
  /** As the viewer may see it; null before there is one. */
  readonly view: (viewer: Viewer, change: Change) => Promise<FrozenAssessment | null>;
  /** Whether what was assessed has changed since. */
  readonly isStale: (change: Change) => Promise<boolean>;
}
