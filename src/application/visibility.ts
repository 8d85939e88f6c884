import type { Visibility } from './ports';

/**
 * The same, asking about each issue once. For one invocation only: what a person may see changes, and another person
 * sees something else.
 */
export function rememberedVisibility(source: Visibility): Visibility {
  const answers = new Map<string, Promise<ReadonlySet<string>>>();

  function ask(issueIds: readonly string[]): void {
    const answer = source.visibleAmong(issueIds);
    for (const id of issueIds) answers.set(id, answer);
    // What could not be learnt now may be asked again.
    answer.catch(() => {
      for (const id of issueIds) answers.delete(id);
    });
  }

  return {
    async visibleAmong(issueIds) {
      const wanted = [...new Set(issueIds)];
      const unknown = wanted.filter((id) => !answers.has(id));
      if (unknown.length > 0) ask(unknown);
      const told = await Promise.all(wanted.map(async (id) => ((await answers.get(id))?.has(id) === true ? [id] : [])));
      return new Set(told.flat());
    },
  };
}

/** Rows that the viewer may see, and how many there are besides. */
export interface Shown<Row> {
  readonly shown: readonly Row[];
  readonly hidden: number;
}

/**
 * Takes out what belongs to issues that the viewer may not see; a row that belongs to several is shown only if all of
 * them are visible. Order stays.
 */
export async function showVisible<Row>(
  visibility: Visibility,
  rows: readonly Row[],
  issuesOf: (row: Row) => readonly string[],
): Promise<Shown<Row>> {
  const visible = await visibility.visibleAmong(rows.flatMap(issuesOf));
  const shown = rows.filter((row) => issuesOf(row).every((id) => visible.has(id)));
  return { shown, hidden: rows.length - shown.length };
}
