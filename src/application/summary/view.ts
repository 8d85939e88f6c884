import type { RequirementStatus, StatusSummary } from '../../contract/summary';
import { dayOf } from '../../domain/mirror/days';
import type { Report, ReportRow } from '../../domain/summary/report';
import { trendOf } from '../../domain/summary/trend';

type Names = ReadonlyMap<string, string>;

function isLate({ statusCategory, due, milestone }: ReportRow, today: string): boolean {
  if (statusCategory === 'done') return false;
  const promised = milestone?.released === false ? milestone.releaseDate : null;
  return [due, promised].some((day) => day !== null && day < today);
}

function rowOf(row: ReportRow, names: Names, today: string): RequirementStatus {
  const { id, key, summary, type, status, statusCategory, due, openFeedback, overdueFeedback, milestone, work } = row;
  return {
    ...{ id, key, summary, type, status, statusCategory, due, openFeedback, overdueFeedback },
    progress: work.length === 0 ? null : { done: work.filter(({ isDone }) => isDone).length, total: work.length },
    milestone,
    parent: row.parent === null ? null : { key: row.parent.key, summary: row.parent.summary },
    components: row.components ?? [],
    clients: row.clients.flatMap((ref) => names.get(ref) ?? []),
    isLate: isLate(row, today),
    changes: row.changes.map(({ number, tier, isWaiting }) => ({ number, tier, isWaiting })),
  };
}

/**
 * The report as its reader gets it. Whatever the reader may not see must have been taken out of it before.
 *
 * @param names of clients, by the reference to them
 */
export function summaryOf(report: Report, names: Names): Omit<StatusSummary, 'isUnread'> {
  const { rows, steps, named, isCut, at } = report;
  const today = dayOf(at);
  const count = (category: ReportRow['statusCategory']) =>
    rows.filter(({ statusCategory }) => statusCategory === category).length;
  return {
    requirements: rows.map((row) => rowOf(row, names, today)),
    ...{ named, isCut },
    trend: trendOf(steps, at, { scope: rows.length, begun: count('indeterminate'), done: count('done') }),
    at: new Date(at).toISOString(),
  };
}
