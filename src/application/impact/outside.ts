import type { MirrorStore } from '../mirror/ports';
import type { Outside } from '../ports';
import type { AssessmentStore, HistorySource, ImpactStore } from './ports';

/** Everything that the use cases of impact need of the outside. */
export interface ImpactOutside extends Outside {
  readonly impact: ImpactStore;
  readonly assessmentStore: AssessmentStore;
  readonly history: HistorySource;
  readonly mirror: Pick<MirrorStore, 'project'>;
  /** Whether Jira counts the status, by its id, as done. */
  readonly isDoneStatus: () => Promise<(statusId: string) => boolean>;
}
