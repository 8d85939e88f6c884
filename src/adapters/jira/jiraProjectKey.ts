import { route } from '@forge/api';
import { z } from 'zod';
import type { ProjectKey } from '../../application/data/ports';
import { askJira } from './jiraClient';

const projectAnswer = z.object({ key: z.string() });

/** As Jira tells it to the person who uses the app: 2 points. */
export const jiraProjectKey: ProjectKey = async (projectId) => {
  const found = await askJira({ route: route`/rest/api/3/project/${projectId}` }, projectAnswer);
  return found?.key ?? null;
};
