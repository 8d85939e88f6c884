import type { ProcedureInput } from '../../contract/procedures';
import type { StatusSummary } from '../../contract/summary';
import { summaryOf } from './view';
import type { Viewer } from '../ports';
import { gatherReport } from './gather';
import type { SummaryOutside } from './ports';

/**
 * How the requirements that a source names stand, as the reader may know it: issues that they do not see in Jira are
 * left out, from the progress of others too, and only counted as named.
 *
 * @throws Refusal as `issuesOf` does
 */
export async function showStatus(
  outside: SummaryOutside,
  viewer: Viewer,
  source: ProcedureInput<'summary.show'>,
): Promise<StatusSummary> {
  const { report, names, isUnread } = await gatherReport(outside, viewer, source);
  return { ...summaryOf(report, names), isUnread };
}
