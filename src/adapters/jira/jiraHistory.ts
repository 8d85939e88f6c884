import { route } from '@forge/api';
import { z } from 'zod';
import type { HistorySource } from '../../application/impact/ports';
import type { FieldChange } from '../../domain/impact/actual';
import { askJiraAsApp } from './jiraClient';

/** What one call answers for, at most. */
const [ISSUES_PER_CALL, CHANGES_PER_CALL] = [1_000, 10_000];
/** However busy a project is, an answer must come: so many calls, and what they gave. */
const MOST_CALLS = 10;

/** Milliseconds, or a time as Jira writes it. */
const time = z.union([z.number(), z.string().transform((value) => Date.parse(value))]);
const changeItem = z.object({
  field: z.string(),
  fieldId: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
});
const answerShape = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(z.object({ created: time, items: z.array(changeItem) })),
    }),
  ),
  nextPageToken: z.string().nullish(),
});
type Logs = z.output<typeof answerShape>['issueChangeLogs'];

function changesIn(logs: Logs, since: number): readonly FieldChange[] {
  return logs.flatMap(({ issueId, changeHistories }) =>
    changeHistories
      .filter(({ created }) => created >= since)
      .flatMap(({ created, items }) =>
        items.map(({ field, fieldId, from = null, to = null }) => {
          return { issueId, at: created, field: fieldId ?? field, from, to };
        }),
      ),
  );
}

/**
 * What has happened to issues, asked as the app: 1 point a call and 1 for each issue that changed. No field is asked for
 * by id, since changes of links have none.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
 */
export const jiraHistory: HistorySource = {
  async changesSince(ids, since) {
    const changes: FieldChange[] = [];
    let calls = 0;
    for (let start = 0; start < ids.length; start += ISSUES_PER_CALL) {
      let token: string | null = null;
      do {
        if ((calls += 1) > MOST_CALLS) return changes;
        const asked = { issueIdsOrKeys: ids.slice(start, start + ISSUES_PER_CALL), maxResults: CHANGES_PER_CALL };
        const body: object = token === null ? asked : { ...asked, nextPageToken: token };
        const found: z.output<typeof answerShape> | null = await askJiraAsApp(
          { route: route`/rest/api/3/changelog/bulkfetch`, body },
          answerShape,
        );
        changes.push(...changesIn(found?.issueChangeLogs ?? [], since));
        token = found?.nextPageToken ?? null;
      } while (token !== null);
    }
    return changes;
  },
};
