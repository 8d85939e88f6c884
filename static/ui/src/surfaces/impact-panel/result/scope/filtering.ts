import type { ImpactRow } from '../../../../../../../src/contract/impact';

export const SORTS = ['confidence', 'key', 'effort', 'status'] as const;
export type Sort = (typeof SORTS)[number];

export interface ScopeFilter {
  readonly text: string;
  /** Empty for every one. */
  readonly type: string;
  readonly status: string;
  readonly sort: Sort;
}

export const EVERYTHING: ScopeFilter = { text: '', type: '', status: '', sort: 'confidence' };

function folded(value: string): string {
  return value.normalize('NFKC').toLowerCase();
}

const keys = new Intl.Collator('en', { numeric: true });
const CATEGORIES = ['new', 'indeterminate', 'done'];

const COMPARE: Readonly<Record<Sort, (one: ImpactRow, other: ImpactRow) => number>> = {
  confidence: (one, other) => other.confidence - one.confidence,
  key: (one, other) => keys.compare(one.issue.key, other.issue.key),
  effort: (one, other) => (other.effort?.likely ?? -1) - (one.effort?.likely ?? -1),
  status: (one, other) => CATEGORIES.indexOf(one.statusCategory) - CATEGORIES.indexOf(other.statusCategory),
};

/** The rows that pass, in the chosen order; equals stay as they were. */
export function filteredRows(rows: readonly ImpactRow[], filter: ScopeFilter): readonly ImpactRow[] {
  const wanted = folded(filter.text.trim());
  return rows
    .filter(
      ({ issue, type, status }) =>
        (filter.type === '' || type === filter.type) &&
        (filter.status === '' || status === filter.status) &&
        folded(`${issue.key} ${issue.summary}`).includes(wanted),
    )
    .sort(COMPARE[filter.sort]);
}

/** The different values of a field, in alphabetical order. */
export function valuesOf(rows: readonly ImpactRow[], field: 'type' | 'status'): readonly string[] {
  return [...new Set(rows.map((row) => row[field]))].sort((one, other) => one.localeCompare(other));
}
