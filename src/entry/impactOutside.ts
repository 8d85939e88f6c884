import { jiraHistory } from '../adapters/jira/jiraHistory';
import { jiraMirrorSource } from '../adapters/jira/jiraMirrorSource';
import { sqlImpactStore } from '../adapters/sql/impactFacts';
import { sqlAssessments } from '../adapters/sql/sqlAssessments';
import { sqlMirror } from '../adapters/sql/sqlMirror';
import type { ImpactOutside } from '../application/impact/outside';
import type { Outside } from '../application/ports';

const parts: Omit<ImpactOutside, keyof Outside> = {
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

/** The outside world of one invocation as impact needs it. */
export function impactOutside(outside: Outside): ImpactOutside {
  return { ...outside, ...parts };
}
