import { jiraHistory } from '../adapters/jira/jiraHistory';
import { jiraMirrorSource } from '../adapters/jira/jiraMirrorSource';
import { sqlImpactStore } from '../adapters/sql/impactFacts';
import { sqlAssessments } from '../adapters/sql/sqlAssessments';
import { sqlMirror } from '../adapters/sql/sqlMirror';
import type { FrozenAssessments } from '../application/change/frozenAssessments';
import { frozenView, isStale } from '../application/impact/frozenView';
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
};

/** The outside world of one invocation as impact needs it. */
export function impactOutside(outside: Outside): ImpactOutside {
  return { ...outside, ...parts };
}

/** What change requests need to know of their frozen assessments. */
export function frozenAssessments(outside: Outside): FrozenAssessments {
  const whole = impactOutside(outside);
  return {
    view: (viewer, change) => frozenView(whole, viewer, change),
    isStale: (change) => isStale(whole, change),
  };
}
