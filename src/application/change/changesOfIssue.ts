import type { ChangeSummary } from '../../contract/change';
import type { Outside, Viewer, VisibleIssue } from '../ports';
import { repairItems } from '../repairProjections';
import { summarizeChange } from './changeSummary';

/**
 * The change requests that concern an issue which the viewer sees, open ones first, then the latest: those raised on it,
 * and those raised on others that the viewer sees too.
 */
export async function changesOfIssue(
  outside: Outside,
  viewer: Viewer,
  issue: VisibleIssue,
): Promise<readonly ChangeSummary[]> {
  const read = () => outside.changeViews.ofIssue(issue.id);
  const [found, behind] = await Promise.all([read(), outside.journal.behindOnIssue(issue.id)]);
  await repairItems(outside, behind);
  const rows = behind.length > 0 ? await read() : found;
  const elsewhere = rows.flatMap(({ issueId }) => (issueId === issue.id ? [] : [issueId]));
  const seen = elsewhere.length === 0 ? new Map<string, unknown>() : await outside.access.labels(elsewhere);
  return rows
    .filter(({ issueId }) => issueId === issue.id || seen.has(issueId))
    .map((row) => summarizeChange(row, viewer));
}
