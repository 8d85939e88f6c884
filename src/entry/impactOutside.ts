import { jiraHistory } from '../adapters/jira/jiraHistory';
import { jiraMirrorSource } from '../adapters/jira/jiraMirrorSource';
import { sqlImpactStore } from '../adapters/sql/impactFacts';
import { sqlAssessments } from '../adapters/sql/sqlAssessments';
import { sqlMirror } from '../adapters/sql/sqlMirror';
import type { ImpactOutside } from '../application/impact/outside';
import { outside } from './outside';

/** The outside world as impact needs it. */
export const impactOutside: ImpactOutside = {
  ...outside,
  impact: sqlImpactStore(),
  assessmentStore: sqlAssessments,
  history: jiraHistory,
  mirror: sqlMirror,
  isDoneStatus: async () => {
    const categories = await jiraMirrorSource.statusCategories();
    return (statusId) => categories.get(statusId) === 'done';
  },
  changesOnIssue: () => Promise.resolve([]),
};
