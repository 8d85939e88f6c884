import type { FeedbackList, FeedbackWords } from '../contract/feedback';
import { LIST_PAGE_SIZE } from '../contract/limits';
import type { ProjectSettings } from '../contract/settings';
import { instant, summarize } from './feedbackSummary';
import type { Outside, Viewer } from './ports';
import { Refusal } from './refusal';
import { repairItems } from './repairProjections';
import { settingsItems, settingsOf } from './settings/projectSettings';

function wordsOf({ feedback }: ProjectSettings): FeedbackWords {
  return { kinds: feedback.kinds, importances: feedback.names };
}

/**
 * The feedback of one issue, for whoever may see the issue.
 *
 * @throws Refusal `ISSUE_NOT_FOUND`
 */
export async function listFeedback(
  outside: Outside,
  viewer: Viewer,
  { issueId, offset }: { readonly issueId: string; readonly offset: number },
): Promise<FeedbackList> {
  const issue = await outside.access.findIssueWithEditHint(issueId);
  if (issue === null) throw new Refusal('ISSUE_NOT_FOUND');
  const read = () => outside.feedbackViews.page(issue.id, offset, LIST_PAGE_SIZE);
  const [page, { behind, last }] = await Promise.all([
    read(),
    outside.journal.behindOnIssueAndLast(issue.id, settingsItems(issue.projectId)),
  ]);
  await repairItems(outside, behind);
  const { total, rows } = behind.length > 0 ? await read() : page;
  return {
    issue: { id: issue.id, key: issue.key },
    mayEdit: issue.mayEdit,
    total,
    items: rows.map((row) => summarize(row, viewer)),
    now: instant(outside.now()),
    words: wordsOf(settingsOf(last, issue.projectId)),
  };
}
