import type { ChangeSummary } from '../../contract/change';
import type { MirrorStore } from '../mirror/ports';
import type { Outside, Viewer } from '../ports';
import type { AssessmentStore, HistorySource, ImpactStore } from './ports';

/** Everything that the use cases of impact need of the outside. */
export interface ImpactOutside extends Outside {
  readonly impact: ImpactStore;
  readonly assessmentStore: AssessmentStore;
  readonly history: HistorySource;
  readonly mirror: Pick<MirrorStore, 'project'>;
  /** Whether Jira counts the status, by its id, as done. */
  readonly isDoneStatus: () => Promise<(statusId: string) => boolean>;
  /** The change requests that concern an issue which the viewer may see, open ones first. */
  readonly changesOnIssue: (viewer: Viewer, issueId: string) => Promise<readonly ChangeSummary[]>;
}
