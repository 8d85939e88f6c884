import { route } from '@forge/api';
import { z } from 'zod';
import type { Finder } from '../../application/summary/ports';
import { askJira, askJiraOrReasons } from './jiraClient';

const projectAnswer = z.object({ id: z.string() });
const searchAnswer = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().nullish(),
});

const countAnswer = z.object({ count: z.number() });

/** How many issues of those that the person may see a query finds, as near as Jira can say; 1 point. */
async function about(jql: string): Promise<number> {
  const counted = { route: route`/rest/api/3/search/approximate-count`, body: { jql } };
  return (await askJira(counted, countAnswer))?.count ?? 0;
}

/** What Jira finds for the person who uses the app: 1 point and 1 for each thing found. */
export const jiraFinder: Finder = {
  async project(idOrKey) {
    return askJira({ route: route`/rest/api/3/project/${idOrKey}` }, projectAnswer);
  },

  async search(jql, limit) {
    const body = { jql, fields: ['id'], maxResults: limit };
    const answer = await askJiraOrReasons({ route: route`/rest/api/3/search/jql`, body }, searchAnswer);
    if (answer === null) return { refused: '' };
    if ('reasons' in answer) return { refused: answer.reasons.join(' ') };
    const ids = answer.issues.map(({ id }) => id);
    const isLast = typeof answer.nextPageToken !== 'string';
    return { ids, isLast, total: isLast ? ids.length : Math.max(ids.length, await about(jql)) };
  },
};
