import { jiraProjectKey } from '../adapters/jira/jiraProjectKey';
import { sqlProjectData } from '../adapters/sql/sqlProjectData';
import type { DataOutside } from '../application/data/ports';

/** The outside world of a project's data as a whole. */
export const dataOutside: Omit<DataOutside, 'access'> = {
  data: sqlProjectData,
  projectKey: jiraProjectKey,
  now: () => Date.now(),
};
