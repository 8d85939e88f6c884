import type { RequirementStatus } from '../../../../../../src/contract/summary';
import { COMPARE, MEETS, type Focus, type Grouping, type SortKey } from './columns';

/** How the reader wants to see the rows. */
export interface Arrangement {
  /** Rows that have it in their key, summary or components; empty for all. */
  readonly text: string;
  readonly focus: Focus;
  /** Null for the order of the source. */
  readonly sort: { readonly by: SortKey; readonly falling: boolean } | null;
  readonly groupBy: Grouping;
}

/** A line of the table: a row, or the heading of those that follow; its name is empty for those without. */
export type Line =
  | { readonly kind: 'row'; readonly id: string; readonly row: RequirementStatus }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly count: number;
      readonly done: number;
    };

function groupsOf(row: RequirementStatus, groupBy: Grouping): readonly string[] {
  switch (groupBy) {
    case 'none':
      return [];
    case 'status':
      return [row.status];
    case 'milestone':
      return [row.milestone?.name ?? ''];
    case 'parent':
      return [row.parent === null ? '' : `${row.parent.key} ${row.parent.summary}`];
    case 'component':
      return row.components.length === 0 ? [''] : [...new Set(row.components)];
    case 'client':
      return row.clients.length === 0 ? [''] : [...new Set(row.clients)];
  }
}

function searched({ key, summary, components }: RequirementStatus): string {
  return [key, summary, ...components].join(' ').toLowerCase();
}

/** The rows that are left, in their order. */
export function chosenRows(
  rows: readonly RequirementStatus[],
  { text, focus, sort }: Arrangement,
): readonly RequirementStatus[] {
  const wanted = text.trim().toLowerCase();
  const left = rows.filter((row) => MEETS[focus](row) && (wanted === '' || searched(row).includes(wanted)));
  if (sort === null) return left;
  const compare = COMPARE[sort.by];
  return left.toSorted((one, other) => (sort.falling ? compare(other, one) : compare(one, other)));
}

/** The lines of the table; a requirement of two clients or components stands under both. Those that belong to no group come last. */
export function linesOf(rows: readonly RequirementStatus[], groupBy: Grouping): readonly Line[] {
  if (groupBy === 'none') return rows.map((row) => ({ kind: 'row', id: row.id, row }));
  const groups = new Map<string, RequirementStatus[]>();
  for (const row of rows) {
    for (const name of groupsOf(row, groupBy)) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const inOrder = [...groups].toSorted(([one], [other]) => Number(one === '') - Number(other === ''));
  return inOrder.flatMap(([name, own]): Line[] => [
    {
      ...{ kind: 'group', id: `group:${name}`, name, count: own.length },
      done: own.filter(({ statusCategory }) => statusCategory === 'done').length,
    },
    ...own.map((row): Line => ({ kind: 'row', id: `${name}:${row.id}`, row })),
  ]);
}
