import type { Tier } from '../../contract/settings';
import type { DaySteps } from '../mirror/days';
import type { StatusCategory } from '../mirror/issue';

/** A requirement with everything that decides how much of it a reader may see. */
export interface ReportRow {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly summary: string;
  readonly type: string;
  readonly status: string;
  readonly statusCategory: StatusCategory;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly resolved: number | null;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly milestone: ReportMilestone | null;
  /** Names, in their order; editions frozen before components were known have none. */
  readonly components?: readonly string[];
  readonly parent: { readonly id: string; readonly key: string; readonly summary: string } | null;
  /** The issues that implement it, each with whether it is done. */
  readonly work: readonly { readonly id: string; readonly isDone: boolean }[];
  /** Each with the issue that it was raised on: whoever sees that sees the change request. */
  readonly changes: readonly ReportChange[];
  /** References to the names of clients, which can be erased. */
  readonly clients: readonly string[];
  readonly openFeedback: number;
  readonly overdueFeedback: number;
}

interface ReportMilestone {
  readonly name: string;
  readonly released: boolean;
  readonly releaseDate: string | null;
  /** By this day its open requirements are likely done, as far as could be said from all the rows. */
  readonly expected: string | null;
}

export interface ReportChange {
  readonly issueId: string;
  readonly number: number;
  readonly tier: Tier | null;
  readonly isWaiting: boolean;
}

/** How requirements stood at a moment, as far as somebody could see them. */
export interface Report {
  readonly rows: readonly ReportRow[];
  /** How the rows went through the categories, day by day. */
  readonly steps: readonly DaySteps[];
  readonly named: number;
  readonly isCut: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Every issue of which something is told in the rows. */
export function issuesIn(rows: readonly ReportRow[]): readonly string[] {
  const ids = rows.flatMap(({ id, parent, work, changes }) => [
    id,
    ...(parent === null ? [] : [parent.id]),
    ...work.map((item) => item.id),
    ...changes.map(({ issueId }) => issueId),
  ]);
  return [...new Set(ids)];
}

/** What is left of the rows for a reader who sees these issues and no others. */
export function visibleRows(rows: readonly ReportRow[], visible: ReadonlySet<string>): readonly ReportRow[] {
  return rows
    .filter(({ id }) => visible.has(id))
    .map((row) => ({
      ...row,
      parent: row.parent !== null && visible.has(row.parent.id) ? row.parent : null,
      work: row.work.filter(({ id }) => visible.has(id)),
      changes: row.changes.filter(({ issueId }) => visible.has(issueId)),
    }));
}
