import { route } from '@forge/api';
import { z } from 'zod';
import type { Finder } from '../../application/summary/ports';
import { askJira, askJiraOrRejection } from './jiraClient';

const projectAnswer = z.object({ id: z.string() });
const searchAnswer = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().nullish(),
});

/** What Jira finds for the person who uses the app: 1 point and 1 for each thing found. */
export const jiraFinder: Finder = {
  async project(idOrKey) {
    return askJira({ route: route`/rest/api/3/project/${idOrKey}` }, projectAnswer);
  },

  async search(jql, limit) {
    const body = { jql, fields: ['id'], maxResults: limit };
    const answer = await askJiraOrRejection({ route: route`/rest/api/3/search/jql`, body }, searchAnswer);
    if (answer === 'rejected' || answer === null) return 'refused';
    return { ids: answer.issues.map(({ id }) => id), isLast: typeof answer.nextPageToken !== 'string' };
  },
};
