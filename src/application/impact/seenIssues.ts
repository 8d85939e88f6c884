import type { Access } from '../ports';
import type { ImpactStore } from './ports';
import type { SeenIssues } from './showAssessment';

/** So many Jira answers for in one call. */
const A_CALL = 1_000;

interface Seeing {
  readonly access: Access;
  readonly impact: ImpactStore;
}

/** Those of the issues that the viewer may see, in their order; one call for each thousand. */
export async function visibleAmong({ access }: Pick<Seeing, 'access'>, ids: readonly string[]): Promise<string[]> {
  const batches: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; start += A_CALL) batches.push(ids.slice(start, start + A_CALL));
  const answers = await Promise.all(
    batches.map((batch) => access.holds(batch.map((issueId) => ({ permission: 'BROWSE_PROJECTS', issueId })))),
  );
  const holds = answers.flat();
  return ids.filter((_, index) => holds[index] === true);
}

/** The labels of those issues that the viewer may see and that still exist. */
export async function seenIssues(outside: Seeing, ids: readonly string[]): Promise<SeenIssues> {
  const labels = await outside.impact.labels(await visibleAmong(outside, ids));
  return new Map(labels.map((label) => [label.id, label]));
}
